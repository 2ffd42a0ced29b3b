/** The ledger of repeats: what was asked for again, where, how often; never a value. */
import { useState } from 'preact/hooks';
import type { Day } from '../../../core/events.ts';
import type { RepeatLine } from '../../../core/forms/repeat-ledger.ts';
import * as dates from '../../figures/dates.ts';
import * as format from '../../figures/format.ts';
import { applyRepeatView, repeatCount, repeatItemId } from '../../figures/repeat-view.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { periodOf } from '../../route.ts';
import { type FieldKindName, fieldKindNames } from '../../strings/field-kinds.ts';
import { repeatWords } from '../../strings/repeats.ts';
import { AnswerCard } from '../parts/answer-card.tsx';
import { LowerBoundNote } from '../parts/lower-bound-note.tsx';
import { periodName } from '../parts/period-name.ts';
import { PortalName } from '../parts/portal-name.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { Overlap } from '../repeats/portal-overlap.tsx';
import { RepeatActions, RepeatReset } from '../repeats/repeat-actions.tsx';
import type { TabProps } from './tab-props.ts';

export function Repeats({ route }: TabProps) {
  const { ask, state } = usePageContext();
  const { from, to } = periodOf(route.unit, route.day);
  const lines = useAnswer(() => ask('repeats.read', from, to), [ask, from, to, state]);
  return <AnswerCard answer={lines}>{(there) => <Ledger counted={there} route={route} />}</AnswerCard>;
}

function Ledger({ counted, route }: TabProps & { counted: readonly RepeatLine[] }) {
  const { names, language, settings } = usePageContext();
  const texts = useTexts(repeatWords);
  const kinds = useTexts(fieldKindNames);
  const [portal, setPortal] = useState('');
  const [which, setWhich] = useState<'all' | 'repeats'>('all');
  const lines = applyRepeatView(counted, settings.repeatView);
  const nameOf = (line: RepeatLine) => kinds[(line.fieldKind ?? 'other') as FieldKindName] ?? kinds.other;
  const shown = lines
    .filter((l) => portal === '' || l.systems.some((s) => s === portal))
    .filter((l) => which === 'all' || repeatCount(l) > 0);
  const portals = [...new Set(lines.flatMap((l) => l.systems as readonly string[]))].sort();
  const [top] = lines;
  const tops = lines.filter((l) => top !== undefined && repeatCount(l) === repeatCount(top));
  if (counted.length === 0)
    return (
      <div class="card">
        <p>{settings.record === 'repeats' ? texts.none : texts.off}</p>
      </div>
    );
  return (
    <>
      <section class="card">
        <h2>{texts.head}</h2>
        {top !== undefined && repeatCount(top) > 0 ? (
          <p>
            {tops.length > 1
              ? texts.tied(tops.map(nameOf), format.number(repeatCount(top), language))
              : texts.sentence(nameOf(top), format.number(repeatCount(top), language), top.systems.length)}
          </p>
        ) : null}
        <p class="soft">{texts.note}</p>
        <div class="tools no-print">
          <label>
            {texts.portal}
            <select value={portal} onChange={(e) => setPortal(e.currentTarget.value)}>
              <option value="">{texts.all}</option>
              {portals.map((host) => (
                <option key={host} value={host}>
                  {names[host]?.[language] ?? host}
                </option>
              ))}
            </select>
          </label>
          <label>
            {texts.kind}
            <select value={which} onChange={(e) => setWhich(e.currentTarget.value === 'all' ? 'all' : 'repeats')}>
              <option value="all">{texts.allKinds}</option>
              <option value="repeats">{texts.onlyRepeats}</option>
            </select>
          </label>
        </div>
        <RepeatReset />
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
                        <RepeatActions line={line} lines={lines} nameOf={nameOf} />
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
                    {texts.week(dates.shortDay(weekDay(line.lastWeek), language))}
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
      </section>
      <section class="card no-print">
        <Overlap lines={lines} nameOf={nameOf} />
      </section>
      <List lines={lines} nameOf={nameOf} period={periodName(route, language)} />
      <LowerBoundNote />
    </>
  );
}

const weekDay = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10) as Day;

/** For a data bureau: item × portals × times. No person stands in it. */
function List(props: { lines: readonly RepeatLine[]; nameOf: (line: RepeatLine) => string; period: string }) {
  const { save, print, language, names } = usePageContext();
  const texts = useTexts(repeatWords);
  const rows = props.lines.filter((l) => l.fieldKind !== null && repeatCount(l) > 0);
  const csv = () => {
    const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = rows.map((l) =>
      [
        props.nameOf(l),
        l.entries,
        repeatCount(l),
        (l.systems as readonly string[]).map((s) => names[s]?.[language] ?? s).join(' / '),
      ]
        .map((value) => cell(String(value)))
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
        <button type="button" class="plain" data-action="csv-list" onClick={csv}>
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
