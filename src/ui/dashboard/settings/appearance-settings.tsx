/** Settings for language, colours, size of text and the toolbar button. */
import type { Appearance, Language } from '../../../core/settings.ts';
import { languages } from '../../../core/settings.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { languageEntries } from '../../strings/languages.ts';
import { RadioChoice } from './radio-choice.tsx';
import { SettingCheckbox } from './setting-checkbox.tsx';

const languageNames = Object.fromEntries(
  languages.map((language) => [language, languageEntries[language].name]),
) as Record<Language, string>;

export function AppearanceSettings() {
  const { settings, change } = usePageContext();
  const texts = useTexts('settings');
  const names = { browser: texts.browserLanguage, ...languageNames };
  return (
    <section class="card">
      <h2>{texts.look}</h2>
      <RadioChoice
        legend={texts.language}
        name="language"
        value={settings.language}
        options={['browser' as const, ...languages]}
        label={(language) => names[language]}
        lang={(language) => (language === 'browser' ? undefined : language)}
        choose={(language) => change({ language })}
      />
      <RadioChoice
        legend={texts.appearance}
        name="appearance"
        value={settings.appearance}
        // The options are in the order of the texts, in which the default comes first.
        options={Object.keys(texts.appearances) as Appearance[]}
        label={(appearance) => texts.appearances[appearance]}
        choose={(appearance) => change({ appearance })}
      />
      <SettingCheckbox setting="largerText" text={texts.larger} />
      <SettingCheckbox setting="hatchesAlways" text={texts.hatches} />
      <h3>{texts.icon}</h3>
      <SettingCheckbox setting="badge" text={texts.badge} />
      <SettingCheckbox setting="discreet" text={texts.discreet} />
    </section>
  );
}
