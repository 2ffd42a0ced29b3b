/** What the worker's answers stand on, without a browser: everything granted, nothing open. */
import { createHash } from 'node:crypto';
import type { Answering } from '../../src/background/answering.ts';
import type { Database } from '../../src/background/database.ts';
import type { Clock } from '../../src/background/log.ts';
import type { SessionList } from '../../src/background/session-list.ts';
import { openCatalogue } from '../../src/core/catalogue.ts';
import { labelRules, portals } from '../../src/data/index.ts';

export const listInMemory = (): SessionList => {
  const hosts: string[] = [];
  return { read: async () => [...hosts], add: async (host) => void hosts.push(host) };
};

export const answeringOn = (db: Database, clock: Clock, change: Partial<Answering> = {}): Answering => ({
  db,
  clock,
  standingOf: openCatalogue(portals, labelRules),
  granted: async () => true,
  grantedAll: async () => true,
  followGrants: async () => {},
  skipped: listInMemory(),
  offered: listInMemory(),
  administered: async () => false,
  settle: async () => {},
  checkpoints: async () => [],
  tellPages: async () => {},
  forgetPending: async () => {},
  forgetSession: async () => {},
  bytesUsed: async () => 0,
  checkCode: async (text) => createHash('sha256').update(text).digest('hex').slice(0, 8),
  ...change,
});
