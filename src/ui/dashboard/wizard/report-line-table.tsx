/** Shows the lines of a report with their meaning. Lines that may be removed can be ticked. */
import type { ReportLine } from '../../../core/report/report-lines.ts';
import { useTexts } from '../../page-context.ts';

/** A line of the report with its texts. */
export interface ReportLineRow {
  readonly line: ReportLine;
  readonly name: string;
  readonly note: string;
  readonly value: string;
}

/** Draws the table. `setTicked` receives the paths of all ticked lines. */
export function ReportLineTable(props: {
  rows: readonly ReportLineRow[];
  /** Paths of removed lines; these are struck through. */
  removed: readonly string[];
  ticked: readonly string[];
  setTicked: (paths: readonly string[]) => void;
  /** A report of the month was already saved, so the content is fixed. */
  isLocked: boolean;
}) {
  const { rows, removed, ticked, setTicked, isLocked } = props;
  const texts = useTexts('monthExport');
  const { check } = texts;
  return (
    <table class="lines-of">
      <thead>
        <tr>
          <th>
            <span class="hidden">{check.select}</span>
          </th>
          <th>{check.field}</th>
          <th>{check.value}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ line, name, note, value }) => {
          const isRemoved = removed.includes(line.path);
          return (
            <tr key={line.path} class={isRemoved ? 'gone' : undefined} data-line={line.path}>
              <td>
                {line.removable ? (
                  <input
                    type="checkbox"
                    aria-label={`${check.select} ${name}`}
                    disabled={isLocked || isRemoved}
                    checked={ticked.includes(line.path)}
                    onChange={(event) =>
                      setTicked(
                        event.currentTarget.checked
                          ? [...ticked, line.path]
                          : ticked.filter((path) => path !== line.path),
                      )
                    }
                  />
                ) : (
                  <span class="soft fixed">{check.fixed}</span>
                )}
              </td>
              <td>
                {/* `card.id` identifies the whole report, so it is not listed under the part that was drawn. */}
                <span class="soft">
                  {texts.records[line.path === 'card.id' ? 'report' : (line.record as keyof typeof texts.records)]}
                </span>{' '}
                {name}
                {note === '' ? null : <div class="soft">{note}</div>}
              </td>
              <td class={/^\S{24,}$/.test(value) ? 'code' : undefined}>
                {value}
                {isRemoved ? <span class="hidden"> {check.wasRemoved}</span> : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
