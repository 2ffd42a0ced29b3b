/** Loads the script of a screen when the screen is first opened. Later openings use the loaded script. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../page-context.ts';

const loadedScreens = new Map<() => Promise<unknown>, ComponentType<never>>();

export function LazyScreen<P extends object>({ load, props }: { load: () => Promise<ComponentType<P>>; props: P }) {
  const [, setDraws] = useState(0);
  const texts = useTexts('screens');
  const Screen = loadedScreens.get(load) as ComponentType<P> | undefined;
  useEffect(() => {
    if (loadedScreens.has(load)) return;
    let stale = false;
    load().then((screen) => {
      loadedScreens.set(load, screen as ComponentType<never>);
      if (!stale) setDraws((n) => n + 1);
    });
    return () => {
      stale = true;
    };
  }, [load]);
  return Screen === undefined ? (
    <p class="soft" aria-busy="true">
      {texts.loading}
    </p>
  ) : (
    <Screen {...props} />
  );
}
