/**
 * This tab shows the ledger of repeats: which items were entered again, where and how often. It never shows a value.
 */
import { useState } from 'preact/hooks';
import type { RepeatLine } from '../../../core/forms/repeat-ledger.ts';
import * as format from '../../figures/format.ts';
import { applyRepeatView, repeatCount } from '../../figures/repeat-view.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { periodOf } from '../../route.ts';
import { AnswerCard } from '../../shared/answer-card.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { LowerBoundNote } from '../parts/lower-bound-note.tsx';
import { periodName } from '../parts/period-name.ts';
import { PortalOverlap } from '../repeats/portal-overlap.tsx';
import { RepeatReset } from '../repeats/repeat-actions.tsx';
import { RepeatTable } from '../repeats/repeat-table.tsx';
import { RepeatedItems } from '../repeats/repeated-items.tsx';
import type { TabProps } from './tab-props.ts';

export function RepeatsTab({ route }: TabProps) {
  const { ask, state } = usePageContext();
  const { from, to } = periodOf(route.unit, route.day);
  const lines = useAnswer(() => ask('repeats.read', from, to), [ask, from, to, state]);
  return <AnswerCard answer={lines}>{(value) => <RepeatLedger counted={value} route={route} />}</AnswerCard>;
}

function RepeatLedger({ counted, route }: TabProps & { counted: readonly RepeatLine[] }) {
  const { names, language, settings } = usePageContext();
  const texts = useTexts('repeats');
  const kinds = useTexts('fieldKinds');
  const [portal, setPortal] = useState('');
  const [filter, setFilter] = useState<'all' | 'repeats'>('all');
  const lines = applyRepeatView(counted, settings.repeatView);
  const nameOf = (line: RepeatLine) => kinds[(line.fieldKind ?? 'other') as keyof typeof kinds] ?? kinds.other;
  const shown = lines
    .filter((l) => portal === '' || l.systems.some((s) => s === portal))
    .filter((l) => filter === 'all' || repeatCount(l) > 0);
  const portals = [...new Set(lines.flatMap((l) => l.systems as readonly string[]))].sort();
  const [top] = lines;
  /** The items with the highest number of repeats. The sentence at the top of the tab names all of these items. */
  const tied = lines.filter((l) => top !== undefined && repeatCount(l) === repeatCount(top));
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
            {tied.length > 1
              ? texts.tied(tied.map(nameOf), format.number(repeatCount(top), language))
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
            <select value={filter} onChange={(e) => setFilter(e.currentTarget.value === 'all' ? 'all' : 'repeats')}>
              <option value="all">{texts.allKinds}</option>
              <option value="repeats">{texts.onlyRepeats}</option>
            </select>
          </label>
        </div>
        <RepeatReset />
        <RepeatTable shown={shown} all={lines} nameOf={nameOf} />
      </section>
      <section class="card no-print">
        <PortalOverlap lines={lines} nameOf={nameOf} />
      </section>
      <RepeatedItems lines={lines} nameOf={nameOf} period={periodName(route, language)} />
      <LowerBoundNote />
    </>
  );
}
