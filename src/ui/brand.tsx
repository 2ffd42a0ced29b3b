/** Our name and the choice of language, above a page that stands alone. */
import { type Language, languages } from '../core/settings.ts';
import { common } from './strings/common.ts';
import { languageNames } from './strings/languages.ts';

export function Brand(props: { language: Language; label: string; choose: (language: Language) => unknown }) {
  return (
    <div class="brand">
      <strong>{common[props.language].name}</strong>
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
            {languageNames[l]}
          </option>
        ))}
      </select>
    </div>
  );
}
