/** The portals of a period; sortable. */
import { useState } from 'preact/hooks';
import * as format from '../figures/format.ts';
import type { SystemTotal, Totals } from '../figures/period-totals.ts';
import { useShell, useWords } from '../page-context.ts';
import { overview } from '../strings/overview.ts';
import { Wide } from './wide.tsx';

type Column = 'attentionMs' | 'entries' | 'submissions' | 'acts' | 'afterHoursMs';

/** A portal's name from the catalogue with its host, or the host alone. */
export function PortalName({ host }: { host: string }) {
  const { names, language } = useShell();
  const name = names[host]?.[language];
  return name === undefined ? (
    <span>{host}</span>
  ) : (
    <>
      {name} <span class="soft host">{host}</span>
    </>
  );
}

export function PortalTable({
  totals,
  limit,
  open,
}: {
  totals: Totals;
  limit?: number;
  open?: (s: SystemTotal) => void;
}) {
  const { language } = useShell();
  const words = useWords(overview);
  const [by, setBy] = useState<{ column: Column; down: boolean }>({ column: 'attentionMs', down: true });
  const columns: readonly (readonly [Column, string])[] = [
    ['attentionMs', words.time],
    ['afterHoursMs', words.after],
    ['entries', words.entries],
    ['submissions', words.submissions],
    ['acts', words.acts],
  ];
  const rows = [...totals.systems]
    .sort((a, b) => (by.down ? b[by.column] - a[by.column] : a[by.column] - b[by.column]))
    .slice(0, limit ?? totals.systems.length);
  return (
    <Wide name={words.byPortal}>
      <table class="portals blocks">
        <thead>
          <tr>
            <th scope="col">{words.portal}</th>
            {columns.map(([column, name]) => (
              <th
                key={column}
                scope="col"
                class="n"
                aria-sort={by.column !== column ? 'none' : by.down ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  class="sort"
                  onClick={() => setBy({ column, down: by.column === column ? !by.down : true })}
                >
                  {name}
                </button>
              </th>
            ))}
            <th scope="col" class="n">
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((s) => (
            <tr key={s.id}>
              <th scope="row">
                {open === undefined ? (
                  <PortalName host={s.id} />
                ) : (
                  <button type="button" class="link name" onClick={() => open(s)}>
                    <PortalName host={s.id} />
                  </button>
                )}
              </th>
              <td class="n" data-name={words.time}>
                {format.clock(s.attentionMs)}
              </td>
              <td class="n" data-name={words.after}>
                {format.clock(s.afterHoursMs)}
              </td>
              <td class="n" data-name={words.entries}>
                {format.number(s.entries, language)}
              </td>
              <td class="n" data-name={words.submissions}>
                {format.number(s.submissions, language)}
              </td>
              <td class="n" data-name={words.acts}>
                {format.number(s.acts, language)}
              </td>
              <td class="n" data-name={words.share}>
                {format.percent(s.attentionMs, totals.attentionMs)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
