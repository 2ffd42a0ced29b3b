/**
 * Draws one day with a lane per portal. A span is solid while active, pale while watching, and an outline while
 * unattended. Time outside working hours is hatched.
 */
import { useId, useState } from 'preact/hooks';
import type { Settings } from '../../core/settings.ts';
import * as format from '../figures/format.ts';
import type { PurposeOrNone } from '../figures/period-totals.ts';
import { truncateToWidth } from '../figures/truncate-to-width.ts';
import { usePageContext, useTexts } from '../page-context.ts';
import { Figure } from './figure.tsx';
import { PurposeLegend } from './parts/purpose-legend.tsx';
import { Swatch } from './parts/swatch.tsx';

/** A span of one portal in one state of presence. */
export interface TimelineSpan {
  readonly system: string;
  /** Minutes after local midnight. */
  readonly from: number;
  readonly to: number;
  readonly state: 'active' | 'watching' | 'unattended';
  readonly purpose: PurposeOrNone;
}

/** Start and end of a span as text, in whole minutes. */
const timesOf = (s: TimelineSpan) => `${format.timeOfDay(Math.round(s.from))}–${format.timeOfDay(Math.round(s.to))}`;
/** The length of a span in milliseconds, which agrees with the start and end that are shown. */
const shownMs = (s: TimelineSpan) => Math.max(1, (Math.round(s.to) - Math.round(s.from)) * 60_000);

/** Heights in pixels. */
const laneH = 26;
const labelH = 15;

interface TimelineProps {
  readonly spans: readonly TimelineSpan[];
  readonly hours: Settings['hours'];
  readonly isRestDay: boolean;
}

/** Draws the timeline, with a button that shows the whole day. */
export function Timeline({ spans, hours, isRestDay }: TimelineProps) {
  const { language, names } = usePageContext();
  const texts = useTexts('time');
  const hatch = useId();
  const [showsWholeDay, setShowsWholeDay] = useState(false);
  const attended = spans.filter((s) => s.state !== 'unattended');
  const systems = [...new Set(spans.map((s) => s.system))];
  const from = showsWholeDay ? 0 : Math.min(7 * 60, ...spans.map((s) => Math.floor(s.from / 60) * 60));
  const to = showsWholeDay ? 24 * 60 : Math.max(22 * 60, ...spans.map((s) => Math.ceil(s.to / 60) * 60));
  const nameOf = (host: string) => names[host]?.[language] ?? host;
  const total = attended.reduce((sum, s) => sum + (s.to - s.from), 0) * 60_000;
  const rowH = laneH + labelH;
  const outside = (isRestDay ? [[from, to]] : timeOutside(hours, from, to)) as (readonly [number, number])[];
  return (
    <>
      <Figure
        title={texts.timeline}
        summary={texts.timelineSentence(systems.length, format.duration(total, language))}
        columns={[texts.fromTo, texts.portal, texts.state, texts.time]}
        rows={spans.map((s) => [timesOf(s), nameOf(s.system), texts.states[s.state], format.clock(shownMs(s))])}
        points={spans}
        describePoint={(s) =>
          texts.point(timesOf(s), nameOf(s.system), texts.states[s.state], format.duration(shownMs(s), language))
        }
        height={systems.length * rowH + 22}
        legend={
          <PurposeLegend used={new Set(spans.map((s) => s.purpose))} hatched={false}>
            <li>
              <Swatch color={attended[0]?.purpose ?? 'all'} />
              <Swatch color={`${attended[0]?.purpose ?? 'all'} watching`} />
              {texts.paler}
            </li>
          </PurposeLegend>
        }
        draw={(width, cursor) => {
          const x = (minute: number) => ((minute - from) / (to - from)) * width;
          const bottom = systems.length * rowH;
          return (
            <>
              <defs>
                <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <line class="veil" x1="3" y1="0" x2="3" y2="6" />
                </pattern>
              </defs>
              {systems.map((system, lane) => (
                <g key={system}>
                  {outside.map(([a, b]) => (
                    <rect
                      key={a}
                      x={x(a)}
                      y={lane * rowH + labelH}
                      width={x(b) - x(a)}
                      height={rowH - labelH}
                      fill={`url(#${hatch})`}
                    />
                  ))}
                  <text x="2" y={lane * rowH + 12} class="lane">
                    {/* Lane labels have a smaller font than `truncateToWidth` assumes. */}
                    {truncateToWidth(nameOf(system), (width * 8) / 7)}
                  </text>
                  <line class="grid" x1="0" x2={width} y1={(lane + 1) * rowH} y2={(lane + 1) * rowH} />
                </g>
              ))}
              {spans.map((s, i) => {
                const y = systems.indexOf(s.system) * rowH + labelH + 2;
                const box = { x: x(s.from), y, width: Math.max(1, x(s.to) - x(s.from)), height: laneH - 6 };
                return (
                  <g key={`${s.system} ${s.from}`}>
                    <rect class="ground" {...box} />
                    <rect class={`bar ${s.purpose} ${s.state}`} {...box} />
                    {cursor === i ? <rect class="ring" {...box} /> : null}
                    <rect data-at={i} {...box} fill="transparent" />
                  </g>
                );
              })}
              {hoursBetween(from, to, width < 520 ? 180 : 60).map((m) => (
                <text key={m} x={x(m)} y={bottom + 15} text-anchor={m === from ? 'start' : m === to ? 'end' : 'middle'}>
                  {m / 60}
                </text>
              ))}
            </>
          );
        }}
      />
      <button
        type="button"
        class="plain small no-print"
        aria-pressed={showsWholeDay}
        onClick={() => setShowsWholeDay(!showsWholeDay)}
      >
        {texts.whole}
      </button>
    </>
  );
}

const hoursBetween = (from: number, to: number, every: number) =>
  Array.from({ length: (to - from) / 60 + 1 }, (_, i) => from + i * 60).filter((m) => m % every === 0);

/** Returns the parts of `from`–`to` outside working hours, in minutes after midnight. */
function timeOutside(hours: Settings['hours'], from: number, to: number): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  let covered = from;
  for (const [start, end] of hours) {
    if (start > covered) out.push([covered, Math.min(start, to)]);
    covered = Math.max(covered, end);
  }
  if (covered < to) out.push([covered, to]);
  return out;
}
