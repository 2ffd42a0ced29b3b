/** Builds a backup of another ledger, which tests restore into the ledger under test. */
const dayMs = 86_400_000;
/**
 * Returns a backup with rows of three days: 40 days (old enough to be sealed), 20 days and 2 days before `now`. On each day,
 * one span continues past midnight.
 */
export function otherLedgerBackup(now: number) {
  const noon = Math.floor(now / dayMs) * dayMs + dayMs / 2;
  const system = '00112233aabb';
  const rows = [40, 20, 2].flatMap((ago, n) => {
    const start = noon - ago * dayMs;
    const day = new Date(start).toISOString().slice(0, 10);
    const identity = { sourceId: 'fedcba9876543210', day, timeZone: 'UTC', system };
    return [
      { ...identity, seq: 4 * n, kind: 'span', of: 'presence', start, end: start + 3_600_000, tab: 't1' },
      {
        ...identity,
        seq: 4 * n + 1,
        kind: 'span',
        of: 'presence',
        start: start + 11 * 3_600_000,
        end: start + 13 * 3_600_000,
        tab: 't1',
      },
      { ...identity, seq: 4 * n + 2, kind: 'login', at: start + 5 },
    ];
  });
  const digests = {
    keys: { 'values 586': Array.from({ length: 32 }, (_, i) => i) },
    rows: [{ digest: '586 phone abcdef', systems: [system], week: Math.floor(noon / dayMs) - 4 }],
  };
  const known = {
    key: system,
    host: 'mzt.gansu.gov.cn',
    catalogueId: null,
    kind: 'other',
    purpose: 'reporting',
    exempt: false,
  };
  return {
    format: 'fingertip-ledger-backup',
    version: 1,
    rows,
    systems: [known],
    days: [],
    settings: { badge: true },
    digests,
  };
}
