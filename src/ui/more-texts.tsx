/** Loads the texts of a part of a page, such as a tab that few people open, when that part is first drawn. */
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { LanguageContext, type ShownLanguage, useTexts } from './page-context.ts';
import { loadTexts } from './strings/languages.ts';
import type { PageName } from './strings/texts.ts';

/** Provides the texts of `page` to its children in addition to those of the page around it, in the language shown. */
export function MoreTexts({ page, children }: { page: PageName; children: ComponentChildren }) {
  const around = useContext(LanguageContext);
  const { loading } = useTexts('screens');
  const [shown, setShown] = useState<ShownLanguage | null>(null);
  useEffect(() => {
    let isStale = false;
    loadTexts(page, around.language).then((texts) => {
      if (!isStale) setShown({ ...around, texts: { ...around.texts, ...texts } });
    });
    return () => {
      isStale = true;
    };
  }, [page, around]);
  if (shown === null)
    return (
      <p class="soft" aria-busy="true">
        {loading}
      </p>
    );
  return <LanguageContext.Provider value={shown}>{children}</LanguageContext.Provider>;
}
