/** The portals of a period; sortable. */
import { useState } from 'preact/hooks';
import * as format from '../../figures/format.ts';
import type { SystemTotal, Totals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { overview } from '../../strings/overview.ts';
import { Wide } from './scroll-region.tsx';

type Column = 'attentionMs' | 'entries' | 'submissions' | 'acts' | 'afterHoursMs';

/** A portal's name from the catalogue with its host, or the host alone. */
export function PortalName({ host }: { host: string }) {
  const { names, language } = usePageContext();
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
  const { language } = usePageContext();
  const texts = useTexts(overview);
  const [by, setBy] = useState<{ column: Column; down: boolean }>({ column: 'attentionMs', down: true });
  const columns: readonly (readonly [Column, string])[] = [
    ['attentionMs', texts.time],
    ['afterHoursMs', texts.after],
    ['entries', texts.entries],
    ['submissions', texts.submissions],
    ['acts', texts.acts],
  ];
  const rows = [...totals.systems]
    .sort((a, b) => (by.down ? b[by.column] - a[by.column] : a[by.column] - b[by.column]))
    .slice(0, limit ?? totals.systems.length);
  return (
    <Wide name={texts.byPortal}>
      <table class="portals blocks">
        <thead>
          <tr>
            <th scope="col">{texts.portal}</th>
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
              {texts.share}
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
              <td class="n" data-name={texts.time}>
                {format.clock(s.attentionMs)}
              </td>
              <td class="n" data-name={texts.after}>
                {format.clock(s.afterHoursMs)}
              </td>
              <td class="n" data-name={texts.entries}>
                {format.number(s.entries, language)}
              </td>
              <td class="n" data-name={texts.submissions}>
                {format.number(s.submissions, language)}
              </td>
              <td class="n" data-name={texts.acts}>
                {format.number(s.acts, language)}
              </td>
              <td class="n" data-name={texts.share}>
                {format.percent(s.attentionMs, totals.attentionMs)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
