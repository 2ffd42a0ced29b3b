/** Tests that the policy of an administrator can only restrict recording. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EpochMs } from '../../src/core/events.ts';
import { type Policy, parsePolicy, restrictSettings } from '../../src/core/policy.ts';
import { defaultSettings, isRecording, retentionChoices, type Settings } from '../../src/core/settings.ts';
import { restrictSites } from '../../src/core/sites/site-choices.ts';

const policies = fc.record<Policy>(
  {
    recording: fc.constant('off' as const),
    record: fc.constantFrom('time' as const, 'counts' as const),
    retentionDays: fc.constantFrom(7 as const, 35 as const),
    repeats: fc.constant('session-only' as const),
    backgroundPlay: fc.constant('off' as const),
    addedSites: fc.constant('off' as const),
  },
  { requiredKeys: [] },
);
const settings = fc
  .record({
    consent: fc.constantFrom(null, 1),
    pausedUntil: fc.constantFrom(null, 'resume' as const, 5_000 as EpochMs),
    record: fc.constantFrom('time' as const, 'counts' as const, 'repeats' as const),
    retentionDays: fc.constantFrom(7 as const, 35 as const, 100 as const),
    repeatsThisSessionOnly: fc.boolean(),
    backgroundPlay: fc.boolean(),
  })
  .map((change): Settings => ({ ...defaultSettings, ...change }));
/** The levels of recording, from the one that records least to the one that records most. */
const recordOrder = ['time', 'counts', 'repeats'];

describe('a policy only restricts (docs/privacy-model.md, P9)', () => {
  it('never records more than without the policy, never keeps rows longer, and never gives consent', () => {
    fc.assert(
      fc.property(settings, policies, (own, policy) => {
        const now = 1_000 as EpochMs;
        const restricted = restrictSettings(own, policy);
        expect(restricted.consent).toBe(own.consent);
        if (isRecording(restricted, now)) expect(isRecording(own, now)).toBe(true);
        expect(recordOrder.indexOf(restricted.record)).toBeLessThanOrEqual(recordOrder.indexOf(own.record));
        expect(restricted.retentionDays).toBeLessThanOrEqual(own.retentionDays);
        if (own.repeatsThisSessionOnly) expect(restricted.repeatsThisSessionOnly).toBe(true);
        if (!own.backgroundPlay) expect(restricted.backgroundPlay).toBe(false);
        const { hours, idleMs, language, appearance } = own;
        expect(restricted).toMatchObject({ hours, idleMs, language, appearance });
      }),
    );
  });

  it('uses for each setting the value of the policy or of the owner that records less', () => {
    const own: Settings = { ...defaultSettings, backgroundPlay: true, pausedUntil: 5 as EpochMs };
    expect(restrictSettings(own, {})).toEqual(own);
    expect(
      restrictSettings(own, {
        recording: 'off',
        record: 'counts',
        retentionDays: 7,
        repeats: 'session-only',
        backgroundPlay: 'off',
      }),
    ).toEqual({
      ...own,
      pausedUntil: 'resume',
      record: 'counts',
      retentionDays: 7,
      repeatsThisSessionOnly: true,
      backgroundPlay: false,
    });
    expect(restrictSettings({ ...own, record: 'time' }, { record: 'counts' }).record).toBe('time');
    expect(restrictSettings({ ...own, record: 'rumour' as never }, {}).record).toBe('time');
  });

  it('turns off recording and the sites that the owner added', () => {
    const own = { ...defaultSettings, consent: 1 };
    expect(isRecording(restrictSettings(own, { recording: 'off' }), 1 as EpochMs)).toBe(false);
    const choices = { off: [], added: [{ pattern: 'oa.example.cn', kind: 'office-oa' }] };
    expect(restrictSites(choices, { addedSites: 'off' }).added).toEqual([]);
    expect(restrictSites(choices, {})).toBe(choices);
  });

  it.each([
    [null, {}],
    [{ recording: 'on', consent: 1, record: 'repeats', retentionDays: 100 }, {}],
    [{ recording: 'off', toString: 'off' }, { recording: 'off' }],
  ])('parses %j as %j', (raw, policy) => expect(parsePolicy(raw)).toEqual(policy));

  it('accepts exactly the values of the managed schema', () => {
    const { properties } = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
    for (const [key, { enum: values }] of Object.entries<{ enum: unknown[] }>(properties))
      for (const value of values) expect(parsePolicy({ [key]: value })).toEqual({ [key]: value });
    expect(Object.keys(properties)).toHaveLength(6);
    // A policy may shorten the longest time, so it offers every choice but the longest.
    const shorter = retentionChoices.slice(0, -1);
    expect(properties.retentionDays.enum).toEqual(shorter);
    for (const days of shorter) expect(properties.retentionDays.description).toContain(`${days}`);
  });
});
