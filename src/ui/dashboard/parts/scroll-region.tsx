/**
 * A box for a table that may be wider than the page. If the table is wider, the box scrolls sideways, and a line above
 * explains this. The box can then have the focus, so that it can be scrolled with the keyboard.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../page-context.ts';

export function ScrollRegion({ name, children }: { name: string; children: ComponentChildren }) {
  const texts = useTexts('screens');
  const boxRef = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  useEffect(() => {
    const box = boxRef.current;
    if (box === null) return;
    const observer = new ResizeObserver(() => setWider(box.scrollWidth > box.clientWidth + 1));
    observer.observe(box);
    // The content can grow while the width of the box stays the same.
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  const scrolls = isWider ? ({ role: 'region', tabIndex: 0, 'aria-label': name } as const) : {};
  return (
    <>
      {isWider ? <p class="soft no-print">{texts.scrolls}</p> : null}
      <div class="wide" ref={boxRef} {...scrolls}>
        {children}
      </div>
    </>
  );
}
