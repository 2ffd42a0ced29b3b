/**
 * Prints the repeated items, or saves them as CSV, for a data bureau. The list has items, portals and counts, and names
 * no person.
 */
import type { RepeatLine } from '../../../core/forms/repeat-ledger.ts';
import * as format from '../../figures/format.ts';
import { repeatCount } from '../../figures/repeat-view.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { PortalName } from '../parts/portal-name.tsx';

export function RepeatedItems(props: {
  lines: readonly RepeatLine[];
  nameOf: (line: RepeatLine) => string;
  period: string;
}) {
  const { save, print, language, names } = usePageContext();
  const texts = useTexts('repeats');
  const rows = props.lines.filter((l) => l.fieldKind !== null && repeatCount(l) > 0);
  const saveCsv = () => {
    const csvCell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = rows.map((l) =>
      [
        props.nameOf(l),
        l.entries,
        repeatCount(l),
        (l.systems as readonly string[]).map((s) => names[s]?.[language] ?? s).join(' / '),
      ]
        .map((value) => csvCell(String(value)))
        .join(','),
    );
    const head = [texts.item, texts.entries, texts.repeats, texts.portals].join(',');
    save('repeated-items.csv', `\uFEFF${[head, ...lines].join('\r\n')}\r\n`);
  };
  return (
    <section class="card" data-print="list">
      <h2>
        {texts.list} · {props.period}
      </h2>
      <p class="soft">{texts.listNote}</p>
      <p class="only-print">{texts.own}</p>
      <div class="tools no-print">
        <button type="button" class="plain" data-action="print-list" onClick={() => print('list')}>
          {texts.print}
        </button>
        <button type="button" class="plain" data-action="csv-list" onClick={saveCsv}>
          {texts.csv}
        </button>
      </div>
      <div class="wide only-print">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.item}</th>
              <th scope="col" class="n">
                {texts.entries}
              </th>
              <th scope="col" class="n">
                {texts.repeats}
              </th>
              <th scope="col">{texts.portals}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((l) => (
              <tr key={l.fieldKind}>
                <th scope="row">{props.nameOf(l)}</th>
                <td class="n">{format.number(l.entries, language)}</td>
                <td class="n">{format.number(repeatCount(l), language)}</td>
                <td>
                  {(l.systems as readonly string[]).map((host, i) => (
                    <span key={host}>
                      {i > 0 ? '; ' : ''}
                      <PortalName host={host} />
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
