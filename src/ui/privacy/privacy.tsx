/** The privacy policy as a page of the extension. */
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../core/settings.ts';
import { LanguageContext } from '../page-context.ts';
import { Brand } from '../shared/brand.tsx';
import { loadTexts } from '../strings/languages.ts';
import type { PageTexts } from '../strings/texts.ts';

interface PrivacyProps {
  readonly first: { readonly language: Language; readonly texts: PageTexts['privacy'] };
  readonly root: HTMLElement;
}

export function Privacy({ first, root }: PrivacyProps) {
  const [shown, setShown] = useState(first);
  const { language } = shown;
  const texts = shown.texts.privacy;
  useEffect(() => {
    root.lang = language;
  }, [root, language]);
  const choose = async (chosen: Language) => setShown({ language: chosen, texts: await loadTexts('privacy', chosen) });
  return (
    <LanguageContext.Provider value={shown}>
      <main class="policy">
        <Brand language={language} label={texts.language} choose={choose} />
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
    </LanguageContext.Provider>
  );
}
