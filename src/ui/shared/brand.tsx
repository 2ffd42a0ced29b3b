/** The extension's name and the choice of language, above the consent and the privacy page. */
import { type Language, languages } from '../../core/settings.ts';
import { useTexts } from '../page-context.ts';
import { languageEntries } from '../strings/languages.ts';

export function Brand(props: { language: Language; label: string; choose: (language: Language) => unknown }) {
  const { name } = useTexts('common');
  return (
    <div class="brand">
      <strong>{name}</strong>
      <select
        aria-label={props.label}
        value={props.language}
        onChange={(e) => {
          const language = languages.find((l) => l === e.currentTarget.value);
          if (language !== undefined) props.choose(language);
        }}
      >
        {languages.map((l) => (
          <option key={l} value={l} lang={l}>
            {languageEntries[l].name}
          </option>
        ))}
      </select>
    </div>
  );
}
