/** The privacy policy as a page of the extension. */
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../core/settings.ts';
import { Brand } from '../brand.tsx';
import { privacyWords } from '../strings/privacy.ts';

export function Privacy({ first, root }: { first: Language; root: HTMLElement }) {
  const [language, setLanguage] = useState(first);
  const texts = privacyWords[language];
  useEffect(() => {
    root.lang = language;
  }, [root, language]);
  return (
    <main class="policy">
      <Brand language={language} label={texts.language} choose={setLanguage} />
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <h2>{texts.keptHead}</h2>
      <table>
        <thead>
          <tr>
            {texts.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {texts.kept.map(([what, ...rest]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              {rest.map((text, i) => (
                <td key={texts.columns[i]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {texts.sections.map(([head, text]) => (
        <section key={head}>
          <h2>{head}</h2>
          <p>{text}</p>
        </section>
      ))}
      <p class="soft">{texts.changed}</p>
    </main>
  );
}
