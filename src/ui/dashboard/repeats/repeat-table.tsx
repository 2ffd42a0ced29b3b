/**
 * Draws a table with one row per item. A row opens to show how many repeats were on the same portal and how many on
 * others, and the actions for the item.
 */
import type { Day } from '../../../core/events.ts';
import type { RepeatLine } from '../../../core/forms/repeat-ledger.ts';
import * as dates from '../../figures/dates.ts';
import * as format from '../../figures/format.ts';
import type { ShownLine } from '../../figures/repeat-view.ts';
import { repeatCount, repeatItemId } from '../../figures/repeat-view.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { RepeatActions } from './repeat-actions.tsx';

export function RepeatTable(props: {
  shown: readonly ShownLine[];
  /** All items of the ledger, because an item can also be merged into an item that the filter hides. */
  all: readonly ShownLine[];
  nameOf: (line: RepeatLine) => string;
}) {
  const { shown, all, nameOf } = props;
  const { names, language } = usePageContext();
  const texts = useTexts('repeats');
  return (
    <ScrollRegion name={texts.head}>
      <table class="blocks">
        <thead>
          <tr>
            <th scope="col">{texts.item}</th>
            <th scope="col" class="n">
              {texts.entries}
            </th>
            <th scope="col" class="n">
              {texts.repeats}
            </th>
            <th scope="col" class="n">
              {texts.time}
            </th>
            <th scope="col">{texts.last}</th>
            <th scope="col">{texts.portals}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={repeatItemId(line)}>
              <th scope="row">
                {line.fieldKind === null ? (
                  nameOf(line)
                ) : (
                  <details>
                    <summary>{nameOf(line)}</summary>
                    <p class="soft">
                      {line.uncompared < line.entries
                        ? format.sentences(
                            language,
                            texts.row(
                              nameOf(line),
                              format.number(line.entries, language),
                              format.number(repeatCount(line), language),
                              line.systems.length,
                            ),
                            texts.split(
                              format.number(line.repeatSameSystem, language),
                              format.number(line.repeatOtherSystem, language),
                            ),
                          )
                        : texts.rowNotCompared(
                            nameOf(line),
                            format.number(line.entries, language),
                            line.systems.length,
                          )}
                    </p>
                    <RepeatActions line={line} lines={all} nameOf={nameOf} />
                  </details>
                )}
              </th>
              <td class="n" data-name={texts.entries}>
                {format.number(line.entries, language)}
              </td>
              <td class="n" data-name={texts.repeats}>
                {line.uncompared === line.entries ? (
                  texts.notCompared
                ) : (
                  <>
                    {format.number(repeatCount(line), language)}
                    {line.uncompared === 0 ? null : (
                      <div class="soft">{texts.partlyCompared(format.number(line.uncompared, language))}</div>
                    )}
                  </>
                )}
              </td>
              <td class="n" data-name={texts.time}>
                {format.clock(line.focusMs)}
              </td>
              <td class="when" data-name={texts.last}>
                {texts.week(dates.shortDay(firstDayOf(line.lastWeek), language))}
              </td>
              <td>
                <details>
                  <summary>{texts.onPortals(line.systems.length)}</summary>
                  <ul class="chips">
                    {(line.systems as readonly string[]).map((host) => (
                      <li key={host}>{names[host]?.[language] ?? host}</li>
                    ))}
                  </ul>
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Returns the first day of a week. The ledger stores this day as the number of days since 1970-01-01. */
const firstDayOf = (week: number) => new Date(week * 86_400_000).toISOString().slice(0, 10) as Day;
