/**
 * Simulates the signals that the pages of one person send in a year. Processes these signals with the attention rules
 * and the day fold, and measures the CPU time and the memory that this takes.
 */

import { foldTime } from '../../src/core/days/fold/fold-time.ts';
import type { EpochMs, LogEvent, PageMs, SystemKey, TabKey } from '../../src/core/events.ts';
import { type Attention, initialAttention, stepAttention } from '../../src/core/time/attention.ts';
import { dayOf, nextDay, startOfDay } from '../../src/core/time/local-time.ts';
import { isRestDay } from '../../src/core/time/workdays.ts';

/** The result of a simulated year. */
export interface Year {
  readonly signals: number;
  readonly days: number;
  readonly attentionMs: number;
  /** The attention that the fold must find: half a second for each signal that comes while the tab is in front. */
  readonly expectedMs: number;
  /** CPU time of the whole run, in milliseconds. */
  readonly cpuMs: number;
  /** The largest growth of the heap since the end of the first day, in MB. */
  readonly growthMb: number;
}

const zone = 'Asia/Shanghai';
const signalMs = 500;

/**
 * Simulates every day of 2026 with `signalsPerDay` signals a day, which start at nine o'clock. Tabs of seven systems
 * are in front one after another. In each turn of a tab, every third signal reports an input. A seeded generator
 * chooses the tabs, so every run is the same.
 */
export function foldYear(signalsPerDay = 5500): Year {
  let seed = 20_261_125;
  const draw = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  let signals = 0;
  let days = 0;
  let attentionMs = 0;
  let expectedMs = 0;
  let firstHeap = 0;
  let growth = 0;
  const started = process.cpuUsage();
  for (let day = dayOf(Date.UTC(2026, 0, 1) as EpochMs, zone); day < '2027-01-01'; day = nextDay(day)) {
    const start = startOfDay(day, zone);
    const rows: LogEvent[] = [];
    let at = 9 * 3_600_000;
    for (let left = signalsPerDay; left > 0; ) {
      const tab = draw(7);
      let state: Attention = initialAttention(at as PageMs);
      const signalCount = Math.min(left, 20 + draw(400));
      for (let n = 0; n < signalCount; n++, at += signalMs) {
        const isLast = n === signalCount - 1;
        const step = stepAttention(state, {
          at: at as PageMs,
          visible: !isLast,
          front: !isLast,
          held: 0,
          plays: n % 200 < 50 ? 'media' : null,
          happened: n % 3 === 0 ? 'input' : undefined,
        });
        state = step.state;
        for (const span of step.closed)
          rows.push({
            kind: 'span',
            of: span.of,
            start: (start + span.start) as EpochMs,
            end: (start + span.end) as EpochMs,
            system: `s${tab}` as SystemKey,
            tab: `t${tab}` as TabKey,
          });
      }
      expectedMs += (signalCount - 1) * signalMs;
      signals += signalCount;
      left -= signalCount;
    }
    const time = foldTime(rows, {
      day,
      timeZone: zone,
      start,
      end: startOfDay(nextDay(day), zone),
      idleMs: 60_000,
      hours: [
        [540, 720],
        [840, 1080],
      ],
      restDay: isRestDay(day),
    });
    attentionMs += time.attentionMs;
    days++;
    const heap = process.memoryUsage().heapUsed / 2 ** 20;
    if (days === 1) firstHeap = heap;
    growth = Math.max(growth, heap - firstHeap);
  }
  const { user, system } = process.cpuUsage(started);
  return {
    signals,
    days,
    attentionMs,
    expectedMs,
    cpuMs: Math.round((user + system) / 1000),
    growthMb: Math.round(growth),
  };
}
