/** The button for "that wasn't me". A press loads its dialog, because the dialog is rarely needed. */
import { useState } from 'preact/hooks';
import { useTexts } from '../page-context.ts';
import type { NotMe, NotMeProps } from './not-me.tsx';

export function NotMeButton(props: NotMeProps) {
  const texts = useTexts('popup');
  const [loaded, setLoaded] = useState<{ NotMe: typeof NotMe } | null>(null);
  if (loaded !== null) return <loaded.NotMe {...props} close={() => setLoaded(null)} />;
  return (
    <button
      type="button"
      class="link"
      data-action="not-me"
      onClick={() => import('./not-me.tsx').then(({ NotMe }) => setLoaded({ NotMe }))}
    >
      {texts.notMe}
    </button>
  );
}
