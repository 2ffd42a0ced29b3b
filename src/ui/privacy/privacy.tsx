/** The privacy policy as a page of the extension. */
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../core/settings.ts';
import { Brand } from '../brand.tsx';
import { privacyWords } from '../strings/privacy.ts';

export function Privacy({ first, root }: { first: Language; root: HTMLElement }) {
  const [language, setLanguage] = useState(first);
  const words = privacyWords[language];
  useEffect(() => {
    root.lang = language;
  }, [root, language]);
  return (
    <main class="policy">
      <Brand language={language} label={words.language} choose={setLanguage} />
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
