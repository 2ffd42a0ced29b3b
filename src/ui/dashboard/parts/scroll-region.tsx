/** A table that may be wider than its place: it scrolls inside, says so where it can be seen, and lets the keyboard scroll. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../page-context.ts';
import { screens } from '../../strings/screens.ts';

export function Wide({ name, children }: { name: string; children: ComponentChildren }) {
  const texts = useTexts(screens);
  const ref = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  useEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const observer = new ResizeObserver(() => setWider(box.scrollWidth > box.clientWidth + 1));
    observer.observe(box);
    // What is shown in it may grow while the box stays as wide as it is.
    for (const inside of box.children) observer.observe(inside);
    return () => observer.disconnect();
  }, []);
  const scrolls = isWider ? ({ role: 'region', tabIndex: 0, 'aria-label': name } as const) : {};
  return (
    <>
      {isWider ? <p class="soft no-print">{texts.scrolls}</p> : null}
      <div class="wide" ref={ref} {...scrolls}>
        {children}
      </div>
    </>
  );
}
