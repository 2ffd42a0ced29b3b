/** Settings for how much is recorded, and for the time without input after which the owner counts as idle. */
import { idleChoices, recordLevels } from '../../../core/settings.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { RadioChoice } from './radio-choice.tsx';
import { SettingCheckbox } from './setting-checkbox.tsx';

export function RecordLevelSettings() {
  const { settings, change } = usePageContext();
  const texts = useTexts('settings');
  return (
    <section class="card">
      <h2>{texts.what}</h2>
      <RadioChoice
        legend={texts.what}
        hideLegend
        stacked
        name="record"
        value={settings.record}
        options={recordLevels}
        label={(level) => texts.record[level]}
        choose={(record) => change({ record })}
      />
      <SettingCheckbox setting="repeatsThisSessionOnly" text={texts.sessionOnly} />
      <SettingCheckbox setting="backgroundPlay" text={texts.backgroundPlay} />
      <RadioChoice
        legend={texts.idle}
        name="idle"
        value={settings.idleMs}
        options={idleChoices}
        label={(idleMs) => texts.idleChoices[`${idleMs}`]}
        choose={(idleMs) => change({ idleMs })}
      />
      <p class="soft">{texts.idleNote}</p>
    </section>
  );
}
