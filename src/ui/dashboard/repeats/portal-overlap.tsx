/**
 * Draws a grid of portals by portals. Each cell shows how many items the two portals both ask for. Arrow keys move
 * between cells.
 */
import { useRef, useState } from 'preact/hooks';
import type { RepeatLine } from '../../../core/forms/repeat-ledger.ts';
import { sentences } from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import './portal-overlap.css';

/** Returns the shade of a cell from 0 to 4, relative to the largest count. */
const heatStep = (count: number, largest: number) => (count === 0 ? 0 : Math.min(4, Math.ceil((count / largest) * 4)));

export function PortalOverlap({
  lines,
  nameOf,
}: {
  lines: readonly RepeatLine[];
  nameOf: (line: RepeatLine) => string;
}) {
  const { names, language } = usePageContext();
  const texts = useTexts('repeats');
  const screens = useTexts('screens');
  const [focused, setFocused] = useState<readonly [number, number]>([0, 1]);
  const [message, setMessage] = useState('');
  const grid = useRef<HTMLTableElement>(null);
  const classified = lines.filter((l) => l.fieldKind !== null);
  const counts = new Map<string, number>();
  for (const line of classified)
    for (const host of line.systems as readonly string[]) counts.set(host, (counts.get(host) ?? 0) + line.entries);
  const hosts = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 8)
    .map(([host]) => host);
  const name = (host: string | undefined) => (host === undefined ? '' : (names[host]?.[language] ?? host));
  const sharedItems = (a: string, b: string) =>
    classified.filter(
      (l) => (l.systems as readonly string[]).includes(a) && (l.systems as readonly string[]).includes(b),
    );
  const pairs = hosts
    .flatMap((a, i) => hosts.slice(i + 1).map((b) => ({ a, b, count: sharedItems(a, b).length })))
    .sort((x, y) => y.count - x.count);
  const [largest] = pairs;
  if (hosts.length <= 2 || largest === undefined)
    return (
      <>
        <h2>{texts.matrix}</h2>
        <p>{texts.matrixFew(String(hosts.length))}</p>
      </>
    );
  const areAllEqual = pairs.every((p) => p.count === largest.count);
  const show = (row: number, column: number) => {
    const [a, b] = [hosts[row] ?? '', hosts[column] ?? ''];
    const items = sharedItems(a, b).map(nameOf);
    setMessage(
      items.length === 0
        ? texts.matrixEmpty(name(a), name(b))
        : texts.matrixCell(name(a), name(b), items.join(screens.listSeparator)),
    );
    setFocused([row, column]);
  };
  const onKey = (event: KeyboardEvent, row: number, column: number) => {
    const move = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (event.key === 'Enter' || event.key === ' ') show(row, column);
    else if (move !== undefined) {
      const clamp = (n: number) => Math.max(0, Math.min(hosts.length - 1, n));
      const next = [clamp(row + (move[0] ?? 0)), clamp(column + (move[1] ?? 0))] as const;
      setFocused(next);
      grid.current?.querySelector<HTMLElement>(`[data-cell="${next[0]} ${next[1]}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <h2>{texts.matrix}</h2>
      <p class="soft">
        {sentences(
          language,
          areAllEqual
            ? texts.matrixAll(hosts.length, largest.count)
            : texts.matrixSentence(name(largest.a), name(largest.b), largest.count),
          texts.matrixKeys,
        )}
      </p>
      <ScrollRegion name={texts.matrix}>
        <table
          class="matrix"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a table
          role="grid"
          ref={grid}
          aria-label={texts.matrix}
        >
          <thead>
            <tr>
              <td />
              {hosts.map((host, i) => (
                <th key={host} scope="col" title={name(host)}>
                  <span aria-hidden="true">{i + 1}</span>
                  <span class="hidden">{name(host)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hosts.map((a, row) => (
              <tr key={a}>
                <th scope="row">
                  <span aria-hidden="true">{row + 1}</span> {name(a)}
                </th>
                {hosts.map((b, column) => {
                  const count = row === column ? null : sharedItems(a, b).length;
                  return (
                    <td
                      key={b}
                      data-cell={`${row} ${column}`}
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of that grid
                      role="gridcell"
                      tabIndex={focused[0] === row && focused[1] === column ? 0 : -1}
                      class={count === null ? undefined : `heat-${heatStep(count, largest.count)}`}
                      onKeyDown={(e) => onKey(e, row, column)}
                      onClick={() => show(row, column)}
                    >
                      {count ?? '—'}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p class="soft" aria-live="polite">
        {message}
      </p>
    </>
  );
}
