/** The privacy policy as a page of the extension. */
import { useEffect, useState } from 'preact/hooks';
import { type Language, languages } from '../../core/settings.ts';
import { common } from '../strings/common.ts';
import { languageNames } from '../strings/languages.ts';
import { privacyWords } from '../strings/privacy.ts';

export function Privacy({ first, root }: { first: Language; root: HTMLElement }) {
  const [language, setLanguage] = useState(first);
  const words = privacyWords[language];
  useEffect(() => {
    root.lang = language;
  }, [root, language]);
  return (
    <main class="policy">
      <div class="brand">
        <strong>{common[language].name}</strong>
        <select
          aria-label={words.language}
          value={language}
          onChange={(e) => setLanguage(languages.find((l) => l === e.currentTarget.value) ?? language)}
        >
          {languages.map((l) => (
            <option key={l} value={l} lang={l}>
              {languageNames[l]}
            </option>
          ))}
        </select>
      </div>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <h2>{words.keptHead}</h2>
      <table>
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {words.kept.map(([what, ...rest]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              {rest.map((text, i) => (
                <td key={words.columns[i]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {words.sections.map(([head, text]) => (
        <section key={head}>
          <h2>{head}</h2>
          <p>{text}</p>
        </section>
      ))}
      <p class="soft">{words.changed}</p>
    </main>
  );
}
