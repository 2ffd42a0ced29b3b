/** Shows today's figures: the total compared with the usual workday, four counts, and the three most used portals. */

import * as format from '../figures/format.ts';
import { useLanguage, useTexts } from '../page-context.ts';
import type { Glance } from './glance.ts';
import type { Reading } from './popup-reading.ts';

/** If today differs from the usual day by less than this time, no difference is shown. */
const sameWithinMs = 5 * 60_000;

/**
 * Shows the total of today. `usual` is undefined until it has been read, and null while there are too few workdays to
 * compare with.
 */
export function TodayTotal({ today, usual }: { today: Glance; usual: Reading['today']['usual'] | undefined }) {
  const language = useLanguage();
  const texts = useTexts('popup');
  const difference = today.attentionMs - (usual?.ms ?? 0);
  const time = format.duration(Math.abs(difference), language);
  return (
    <div class="total">
      <p class="label">{texts.today}</p>
      <p class="value" data-figure="today">
        {format.duration(today.attentionMs, language)}
      </p>
      <p class="compare">
        {usual === undefined
          ? ''
          : usual === null
            ? texts.noCompare
            : Math.abs(difference) < sameWithinMs
              ? texts.same(usual.days)
              : difference > 0
                ? texts.more(usual.days, time)
                : texts.less(usual.days, time)}
      </p>
    </div>
  );
}

/** Shows entries, repeats, time after hours and portals of today. */
export function FourFigures({ today }: { today: Glance }) {
  const language = useLanguage();
  const { figures } = useTexts('popup');
  const rows = [
    [figures.entries, format.number(today.entries, language)],
    [figures.repeats, format.number(today.repeats, language)],
    [figures.after, format.clock(today.afterHoursMs)],
    [figures.portals, format.number(today.portals, language)],
  ] as const;
  return (
    <dl class="four">
      {rows.flatMap(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{value}</dd>])}
    </dl>
  );
}

/** Shows the three most used portals of today; draws nothing if there is none. */
export function TopPortals({ today }: { today: Reading['today'] }) {
  const language = useLanguage();
  const texts = useTexts('popup');
  const top = today.systems.slice(0, 3);
  const most = top[0]?.ms ?? 0;
  if (top.length === 0) return null;
  return (
    <ul class="top3" aria-label={texts.portals}>
      {top.map(({ host, purpose, ms }) => {
        const name = today.names[host]?.[language] ?? host;
        return (
          <li key={host}>
            <span class="who" title={`${name} ${host}`}>
              {name}
            </span>
            <i class={purpose ?? 'none'} style={{ width: `${(ms / most) * 60}px` }} />
            {format.clock(ms)}
          </li>
        );
      })}
    </ul>
  );
}
