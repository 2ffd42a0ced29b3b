/** A screen that is fetched when it is first opened. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../page-context.ts';
import { screens } from '../strings/screens.ts';

const there = new Map<() => Promise<unknown>, ComponentType<never>>();

export function Lazy<P extends object>({ load, props }: { load: () => Promise<ComponentType<P>>; props: P }) {
  const [, drawn] = useState(0);
  const texts = useTexts(screens);
  const Screen = there.get(load) as ComponentType<P> | undefined;
  useEffect(() => {
    if (there.has(load)) return;
    let stale = false;
    load().then((screen) => {
      there.set(load, screen as ComponentType<never>);
      if (!stale) drawn((n) => n + 1);
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
