/** Shows the portals of a period as a table that can be sorted by each column. */
import { useState } from 'preact/hooks';
import * as format from '../../figures/format.ts';
import type { SystemTotal, Totals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { PortalName } from './portal-name.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import './portal-table.css';

type Column = 'attentionMs' | 'entries' | 'submissions' | 'acts' | 'afterHoursMs';

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
  const texts = useTexts('overview');
  const [sort, setSort] = useState<{ column: Column; isDescending: boolean }>({
    column: 'attentionMs',
    isDescending: true,
  });
  const columns: readonly (readonly [Column, string])[] = [
    ['attentionMs', texts.time],
    ['afterHoursMs', texts.after],
    ['entries', texts.entries],
    ['submissions', texts.submissions],
    ['acts', texts.acts],
  ];
  const rows = [...totals.systems]
    .sort((a, b) => (sort.isDescending ? b[sort.column] - a[sort.column] : a[sort.column] - b[sort.column]))
    .slice(0, limit ?? totals.systems.length);
  return (
    <ScrollRegion name={texts.byPortal}>
      <table class="portals blocks">
        <thead>
          <tr>
            <th scope="col">{texts.portal}</th>
            {columns.map(([column, name]) => (
              <th
                key={column}
                scope="col"
                class="n"
                aria-sort={sort.column !== column ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  class="sort"
                  onClick={() => setSort({ column, isDescending: sort.column === column ? !sort.isDescending : true })}
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
    </ScrollRegion>
  );
}
