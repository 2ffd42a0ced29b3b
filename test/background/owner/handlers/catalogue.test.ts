import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../../src/background/ledger/clock.ts';
import { type Database, databaseName, openLedger } from '../../../../src/background/ledger/database.ts';
import type { LedgerContext } from '../../../../src/background/ledger/worker-context.ts';
import { ownHandlers } from '../../../../src/background/owner/handlers.ts';
import type { EpochMs } from '../../../../src/core/events.ts';
import { fakeLedgerContext } from '../../../support/worker-context.ts';

const now = Date.parse('2026-03-02T04:00:00Z') as EpochMs;
const clock: Clock = { now: () => now, timeZone: () => 'Asia/Shanghai', random: (bytes) => 'ab'.repeat(bytes) };
let db: Database;
beforeEach(async () => {
  db = await openLedger();
});
afterEach(async () => {
  db.close();
  await deleteDB(databaseName);
});
const handlers = (change: Partial<LedgerContext> = {}) => ownHandlers(fakeLedgerContext(db, clock, change));

describe('the handlers of the catalogue', () => {
  it('switch a group off and on', async () => {
    const { 'catalogue.group': group, 'catalogue.read': read, 'site.read': site } = handlers();
    expect((await site('http://mzt.gansu.gov.cn/')).standing).toBe('recorded');
    await group('civil-affairs', false);
    expect(await site('http://mzt.gansu.gov.cn/')).toEqual({ standing: 'off', why: 'group' });
    expect((await read()).groups.find((g) => g.id === 'civil-affairs')?.on).toBe(false);
    await group('civil-affairs', true);
    expect((await site('http://mzt.gansu.gov.cn/')).standing).toBe('recorded');
  });

  it('stop recording a site for this session, and can record it again', async () => {
    const { 'site.read': site, 'site.skip': skip } = handlers();
    const host = 'mzt.gansu.gov.cn';
    await skip(host, true);
    expect(await site(`http://${host}/`)).toEqual({ standing: 'off', why: 'session', host });
    await skip(host, false);
    expect((await site(`http://${host}/`)).standing).toBe('recorded');
  });

  it('refuse to switch on an unknown group, or a group without permission', async () => {
    const { 'catalogue.group': group, 'catalogue.read': read } = handlers({ areGranted: async (o) => o.length === 0 });
    const docs = (await read()).groups.find((g) => g.id === 'online-docs');
    expect(docs).toMatchObject({ on: false, granted: false });
    expect(docs?.origins.length).toBeGreaterThan(5);
    await expect(group('online-docs', true)).rejects.toThrow('has not granted');
    await expect(group('no-such', true)).rejects.toThrow('unknown group');
  });

  it.each([
    ['http://10.1.2.3:8080/login', '10.1.2.3:8080'],
    ['*.example.cn', '*.example.cn'],
    [' OA.Example.CN ', 'oa.example.cn'],
  ])('add and remove site "%s"', async (written, pattern) => {
    const { 'site.add': add, 'site.remove': remove, 'catalogue.read': read } = handlers();
    await add(written, 'office-oa');
    expect((await read()).added).toEqual([{ pattern, kind: 'office-oa', granted: true }]);
    await remove(pattern);
    expect((await read()).added).toEqual([]);
  });

  it.each([
    ['*.gov.cn', 'covers a public suffix'],
    ['*.com.cn', 'covers a public suffix'],
    ['*.cn', 'must be a host'],
    ['10.1.2.300', 'must be a host'],
    ['10.1.2.3:99999', 'must be a host'],
    ['nonsense', 'must be a host'],
    ['12345.example.gov.cn', 'never recorded'],
    ['*.xinfang.example.gov.cn', 'never recorded'],
    ['tousu.www.gov.cn', 'never recorded'],
  ])('refuse to add site "%s": %s', async (written, reason) => {
    await expect(handlers()['site.add'](written, 'office-oa')).rejects.toThrow(reason);
  });

  it('refuse to add a site of an unknown kind', async () => {
    await expect(handlers()['site.add']('oa.example.cn', 'kind')).rejects.toThrow('unknown kind "kind"');
  });

  it('offer once a session to add an unknown government host, unless this host was skipped', async () => {
    const { 'site.read': site, 'site.skip': skip } = handlers({ isGranted: async () => false });
    expect(await site('http://oa.nowhere.gov.cn/')).toMatchObject({ standing: 'addable', offer: true });
    expect(await site('http://oa.nowhere.gov.cn/')).toMatchObject({ standing: 'addable', offer: false });
    await skip('oa.elsewhere.gov.cn', true);
    expect(await site('http://oa.elsewhere.gov.cn/')).toMatchObject({ offer: false });
    expect(await site('http://www.example.com/')).toMatchObject({ offer: false });
    expect(await db.getAll('systems')).toEqual([]);
  });
});
