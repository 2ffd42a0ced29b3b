/** The frame of every state of the consent page: the product's name and the choice of language, above the content. */
import type { ComponentChildren } from 'preact';
import { usePageContext, useTexts } from '../page-context.ts';
import { Brand } from '../shared/brand.tsx';

export function ConsentFrame({ children }: { children: ComponentChildren }) {
  const { language, change } = usePageContext();
  return (
    <main>
      <Brand
        language={language}
        label={useTexts('screens').languages}
        choose={(chosen) => change({ language: chosen })}
      />
      <div class="consent">{children}</div>
    </main>
  );
}
