/**
 * The person's own account of the day, kept by the clock of the script and the office's server, with the
 * definitions of docs/measurement.md, "Time", worked out a second time and as plainly as can be.
 */
export interface Visit {
  readonly host: string;
  /** Wall-clock milliseconds: the page came up, and it was left. */
  readonly from: number;
  readonly to: number;
  /** First and last moment of each stretch of work with hands. */
  readonly hands: readonly (readonly [number, number])[];
}

const idleMs = 60_000;

/** Active and watched milliseconds of one visit shorter than five minutes without a hand. */
export function timeOf(visit: Visit): { readonly activeMs: number; readonly watchingMs: number } {
  let activeMs = 0;
  let reached = visit.from;
  for (const [first, last] of [...visit.hands].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(first, reached);
    const to = Math.min(last + idleMs, visit.to);
    if (to <= from) continue;
    activeMs += to - from;
    reached = to;
  }
  return { activeMs, watchingMs: visit.to - visit.from - activeMs };
}

export interface Account {
  enter(host: string, at: number): void;
  leave(at: number): void;
  hands(from: number, to: number): void;
  readonly visits: readonly Visit[];
  /** Per host, in the order of first visit. */
  times(): { readonly id: string; readonly activeMs: number; readonly watchingMs: number }[];
}

export function openAccount(): Account {
  const visits: Visit[] = [];
  let open: { host: string; from: number; hands: [number, number][] } | null = null;
  const leave = (at: number) => {
    if (open !== null) visits.push({ ...open, to: at });
    open = null;
  };
  return {
    visits,
    leave,
    enter(host, at) {
      leave(at);
      open = { host, from: at, hands: [] };
    },
    hands(from, to) {
      open?.hands.push([Math.max(from, open.from), to]);
    },
    times() {
      const hosts = [...new Set(visits.map((v) => v.host))];
      return hosts.map((id) => {
        const parts = visits.filter((v) => v.host === id).map(timeOf);
        return {
          id,
          activeMs: parts.reduce((sum, p) => sum + p.activeMs, 0),
          watchingMs: parts.reduce((sum, p) => sum + p.watchingMs, 0),
        };
      });
    },
  };
}
