/**
 * Computes the time that the ledger should show for the scripted day, from the script's own notes: when each page was
 * open and when there was input. Implements docs/measurement/attention.md a second time, as simply as possible.
 */
export interface Visit {
  readonly host: string;
  /** Wall-clock milliseconds. `from`: the server sent the page. `to`: the script left the page. */
  readonly from: number;
  readonly to: number;
  /** First and last moment of each stretch of input. */
  readonly inputs: readonly (readonly [number, number])[];
}

const idleMs = 60_000;

/**
 * Returns the active and watched milliseconds of one visit. Correct only for visits without a pause of five minutes.
 */
export function timeOf(visit: Visit): { readonly activeMs: number; readonly watchingMs: number } {
  let activeMs = 0;
  /** The time up to which active time has been counted. */
  let countedTo = visit.from;
  for (const [first, last] of [...visit.inputs].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(first, countedTo);
    const to = Math.min(last + idleMs, visit.to);
    if (to <= from) continue;
    activeMs += to - from;
    countedTo = to;
  }
  return { activeMs, watchingMs: visit.to - visit.from - activeMs };
}

/** Notes of one day. Times are wall-clock milliseconds. */
export interface TimeNotes {
  /** Notes that a page was opened. Ends the visit of the previous page. */
  enter(host: string, at: number): void;
  leave(at: number): void;
  /** Notes a stretch of input on the open page. */
  input(from: number, to: number): void;
  readonly visits: readonly Visit[];
  /** Returns the sums for each host, in the order of the first visits. */
  times(): { readonly id: string; readonly activeMs: number; readonly watchingMs: number }[];
}

export function createTimeNotes(): TimeNotes {
  const visits: Visit[] = [];
  let open: { host: string; from: number; inputs: [number, number][] } | null = null;
  const leave = (at: number) => {
    if (open !== null) visits.push({ ...open, to: at });
    open = null;
  };
  return {
    visits,
    leave,
    enter(host, at) {
      leave(at);
      open = { host, from: at, inputs: [] };
    },
    input(from, to) {
      open?.inputs.push([Math.max(from, open.from), to]);
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
