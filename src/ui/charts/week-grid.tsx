/**
 * Draws a grid of seven days by 24 hours that shows when in the week the time was spent. Cells that are mostly after
 * hours are hatched.
 */
import { useId } from 'preact/hooks';
import type { DaySummary } from '../../core/days/day-summary.ts';
import * as dates from '../figures/dates.ts';
import * as format from '../figures/format.ts';
import { usePageContext, useTexts } from '../page-context.ts';
import { Figure } from './figure.tsx';
import { HatchPattern } from './parts/hatch-pattern.tsx';
import { HeatLegend, heatStep } from './parts/heat-scale.tsx';
import { Swatch } from './parts/swatch.tsx';

const left = 34;
const rowH = 24;

export function WeekGrid({ days }: { days: readonly DaySummary[] }) {
  const { language } = usePageContext();
  const texts = useTexts('charts');
  const hatch = useId();
  const cells = Array.from({ length: 168 }, () => ({ ms: 0, afterMs: 0 }));
  for (const day of days) {
    const weekday = (new Date(`${day.day}T00:00:00Z`).getUTCDay() + 6) % 7;
    for (const q of day.quarterHours) {
      const cell = cells[weekday * 24 + Math.floor(q.start / 60)];
      if (cell === undefined) continue;
      cell.ms += q.activeMs + q.watchingMs;
      cell.afterMs += q.afterHoursMs;
    }
  }
  const names = dates.weekdays(language, 'short');
  const hourOf = (i: number) => `${i % 24}:00–${(i % 24) + 1}:00`;
  const busiest = cells.map((c, i) => ({ ...c, i })).sort((a, b) => b.ms - a.ms)[0];
  return (
    <Figure
      title={texts.weekTitle}
      summary={
        busiest === undefined || busiest.ms === 0
          ? texts.weekNothing
          : texts.weekMost(
              names[Math.floor(busiest.i / 24)] ?? '',
              hourOf(busiest.i),
              format.duration(busiest.ms, language),
            )
      }
      columns={[texts.weekday, texts.time, texts.afterHours]}
      rows={names.map((name, weekday) => {
        const row = cells.slice(weekday * 24, weekday * 24 + 24);
        return [
          name,
          format.clock(row.reduce((sum, c) => sum + c.ms, 0)),
          format.clock(row.reduce((sum, c) => sum + c.afterMs, 0)),
        ];
      })}
      points={cells}
      describePoint={(c, i) =>
        texts.weekPoint(
          names[Math.floor(i / 24)] ?? '',
          hourOf(i),
          format.duration(c.ms, language),
          format.duration(c.afterMs, language),
        )
      }
      rowStride={24}
      height={rowH * 7 + 20}
      legend={
        <HeatLegend>
          <li>
            <Swatch color="cell heat-0" hatched inked />
            {texts.mostlyAfter}
          </li>
        </HeatLegend>
      }
      draw={(width, cursor) => {
        const w = (width - left) / 24;
        return (
          <>
            <defs class="fine">
              <HatchPattern id={hatch} inked />
              <HatchPattern id={`${hatch}dark`} />
            </defs>
            {names.map((name, i) => (
              <text key={name} x="0" y={i * rowH + 16}>
                {name}
              </text>
            ))}
            {cells.map((c, i) => {
              const [x, y] = [left + (i % 24) * w, Math.floor(i / 24) * rowH];
              return (
                <g key={i}>
                  <rect class={`cell heat-${heatStep(c.ms)}`} x={x} y={y} width={w - 1} height={rowH - 2} />
                  {/* Dark lines cannot be seen on the two dark shades, so these cells have light lines. */}
                  {c.afterMs > c.ms / 2 ? (
                    <rect
                      x={x}
                      y={y}
                      width={w - 1}
                      height={rowH - 2}
                      fill={`url(#${hatch}${heatStep(c.ms) > 2 ? 'dark' : ''})`}
                    />
                  ) : null}
                  {cursor === i ? <rect class="ring" x={x} y={y} width={w - 1} height={rowH - 2} /> : null}
                  <rect data-at={i} x={x} y={y} width={w} height={rowH} fill="transparent" />
                </g>
              );
            })}
            {Array.from({ length: 24 }, (_, h) => h)
              .filter((h) => h % (width < 520 ? 6 : 3) === 0)
              .map((h) => (
                <text key={h} x={left + h * w} y={rowH * 7 + 14}>
                  {h}
                </text>
              ))}
          </>
        );
      }}
    />
  );
}
