/** The ledger of repeats: what was asked for again, where, how often; never a value. */
import { useState } from 'preact/hooks';
import type { Day } from '../../../core/events.ts';
import type { RepeatLine } from '../../../core/forms/repeat-ledger.ts';
import * as dates from '../../figures/dates.ts';
import * as format from '../../figures/format.ts';
import { itemOf, repeatsOf, viewOf } from '../../figures/repeat-view.ts';
import { useShell, useWords } from '../../page-context.ts';
import { periodOf } from '../../route.ts';
import { type FieldKindName, fieldKindNames } from '../../strings/field-kinds.ts';
import { repeatWords } from '../../strings/repeats.ts';
import { LowerBound, Part, useAnswer } from '../days.tsx';
import { Overlap } from '../overlap.tsx';
import { PortalName } from '../portal-table.tsx';
import { periodName } from '../quote.tsx';
import { RepeatActions, RepeatReset } from '../repeat-actions.tsx';
import { Wide } from '../wide.tsx';
import type { ScreenProps } from './screen-props.ts';

export function Repeats({ route }: ScreenProps) {
  const { ask, state } = useShell();
  const { from, to } = periodOf(route.unit, route.day);
  const lines = useAnswer(() => ask('repeats.read', from, to), [ask, from, to, state]);
  return <Part of={lines}>{(there) => <Ledger counted={there} route={route} />}</Part>;
}

function Ledger({ counted, route }: ScreenProps & { counted: readonly RepeatLine[] }) {
  const { names, language, settings } = useShell();
  const words = useWords(repeatWords);
  const kinds = useWords(fieldKindNames);
  const [portal, setPortal] = useState('');
  const [which, setWhich] = useState<'all' | 'repeats'>('all');
  const lines = viewOf(counted, settings.repeatView);
  const nameOf = (line: RepeatLine) => kinds[(line.fieldKind ?? 'other') as FieldKindName] ?? kinds.other;
  const shown = lines
    .filter((l) => portal === '' || l.systems.some((s) => s === portal))
    .filter((l) => which === 'all' || repeatsOf(l) > 0);
  const portals = [...new Set(lines.flatMap((l) => l.systems as readonly string[]))].sort();
  const [top] = lines;
  const tops = lines.filter((l) => top !== undefined && repeatsOf(l) === repeatsOf(top));
  if (counted.length === 0)
    return (
      <div class="card">
        <p>{settings.record === 'repeats' ? words.none : words.off}</p>
      </div>
    );
  return (
    <>
      <section class="card">
        <h2>{words.head}</h2>
        {top !== undefined && repeatsOf(top) > 0 ? (
          <p>
            {tops.length > 1
              ? words.tied(tops.map(nameOf), format.number(repeatsOf(top), language))
              : words.sentence(nameOf(top), format.number(repeatsOf(top), language), top.systems.length)}
          </p>
        ) : null}
        <p class="soft">{words.note}</p>
        <div class="tools no-print">
          <label>
            {words.portal}
            <select value={portal} onChange={(e) => setPortal(e.currentTarget.value)}>
              <option value="">{words.all}</option>
              {portals.map((host) => (
                <option key={host} value={host}>
                  {names[host]?.[language] ?? host}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.kind}
            <select value={which} onChange={(e) => setWhich(e.currentTarget.value === 'all' ? 'all' : 'repeats')}>
              <option value="all">{words.allKinds}</option>
              <option value="repeats">{words.onlyRepeats}</option>
            </select>
          </label>
        </div>
        <RepeatReset />
        <Wide name={words.head}>
          <table class="blocks">
            <thead>
              <tr>
                <th scope="col">{words.item}</th>
                <th scope="col" class="n">
                  {words.entries}
                </th>
                <th scope="col" class="n">
                  {words.repeats}
                </th>
                <th scope="col" class="n">
                  {words.time}
                </th>
                <th scope="col">{words.last}</th>
                <th scope="col">{words.portals}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((line) => (
                <tr key={itemOf(line)}>
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
                                words.row(
                                  nameOf(line),
                                  format.number(line.entries, language),
                                  format.number(repeatsOf(line), language),
                                  line.systems.length,
                                ),
                                words.split(
                                  format.number(line.repeatSameSystem, language),
                                  format.number(line.repeatOtherSystem, language),
                                ),
                              )
                            : words.rowNotCompared(
                                nameOf(line),
                                format.number(line.entries, language),
                                line.systems.length,
                              )}
                        </p>
                        <RepeatActions line={line} lines={lines} nameOf={nameOf} />
                      </details>
                    )}
                  </th>
                  <td class="n" data-name={words.entries}>
                    {format.number(line.entries, language)}
                  </td>
                  <td class="n" data-name={words.repeats}>
                    {line.uncompared === line.entries ? (
                      words.notCompared
                    ) : (
                      <>
                        {format.number(repeatsOf(line), language)}
                        {line.uncompared === 0 ? null : (
                          <div class="soft">{words.partlyCompared(format.number(line.uncompared, language))}</div>
                        )}
                      </>
                    )}
                  </td>
                  <td class="n" data-name={words.time}>
                    {format.clock(line.focusMs)}
                  </td>
                  <td class="when" data-name={words.last}>
                    {words.week(dates.shortDay(weekDay(line.lastWeek), language))}
                  </td>
                  <td>
                    <details>
                      <summary>{words.onPortals(line.systems.length)}</summary>
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
        </Wide>
      </section>
      <section class="card no-print">
        <Overlap lines={lines} nameOf={nameOf} />
      </section>
      <List lines={lines} nameOf={nameOf} period={periodName(route, language)} />
      <LowerBound />
    </>
  );
}

const weekDay = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10) as Day;

/** For a data bureau: item × portals × times. No person stands in it. */
function List(props: { lines: readonly RepeatLine[]; nameOf: (line: RepeatLine) => string; period: string }) {
  const { save, print, language, names } = useShell();
  const words = useWords(repeatWords);
  const rows = props.lines.filter((l) => l.fieldKind !== null && repeatsOf(l) > 0);
  const csv = () => {
    const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = rows.map((l) =>
      [
        props.nameOf(l),
        l.entries,
        repeatsOf(l),
        (l.systems as readonly string[]).map((s) => names[s]?.[language] ?? s).join(' / '),
      ]
        .map((value) => cell(String(value)))
        .join(','),
    );
    const head = [words.item, words.entries, words.repeats, words.portals].join(',');
    save('repeated-items.csv', `\uFEFF${[head, ...lines].join('\r\n')}\r\n`);
  };
  return (
    <section class="card" data-print="list">
      <h2>
        {words.list} · {props.period}
      </h2>
      <p class="soft">{words.listNote}</p>
      <p class="only-print">{words.own}</p>
      <div class="tools no-print">
        <button type="button" class="plain" data-action="print-list" onClick={() => print('list')}>
          {words.print}
        </button>
        <button type="button" class="plain" data-action="csv-list" onClick={csv}>
          {words.csv}
        </button>
      </div>
      <div class="wide only-print">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col" class="n">
                {words.entries}
              </th>
              <th scope="col" class="n">
                {words.repeats}
              </th>
              <th scope="col">{words.portals}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((l) => (
              <tr key={l.fieldKind}>
                <th scope="row">{props.nameOf(l)}</th>
                <td class="n">{format.number(l.entries, language)}</td>
                <td class="n">{format.number(repeatsOf(l), language)}</td>
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
