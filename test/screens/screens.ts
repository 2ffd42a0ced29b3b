/**
 * Every screen in every state. For a state that is hard to reach, the entry holds the answers that replace those of the
 * worker. A new tab or state needs one entry here.
 */

import type { DaySummary } from '../../src/core/days/day-summary.ts';
import type { Settings } from '../../src/core/settings.ts';
import type { Messages, State } from '../../src/messages.ts';

type Today = Awaited<ReturnType<Messages['today.read']>>;
export type Answer = { readonly ok: unknown } | { readonly error: string } | 'never';
export interface Screen {
  readonly name: string;
  /** Path under `/src/ui/`; TODAY is replaced by the date. */
  readonly path: string;
  readonly popup?: boolean;
  /** Answers, by message, that replace the answers of the worker. */
  readonly answers?: (real: {
    readonly state: State;
    readonly day: DaySummary;
    readonly today: Today;
    readonly settings: Settings;
  }) => Readonly<Record<string, Answer>>;
  /** Selectors of elements that are clicked, in order, when the page is ready. */
  readonly press?: readonly string[];
  /** Answers that change after a message was sent, for example after a deletion. */
  readonly after?: (real: { readonly day: DaySummary }) => Readonly<Record<string, Readonly<Record<string, Answer>>>>;
  /** Whether an answer never arrives, so that the page stays in its loading state. */
  readonly waits?: boolean;
  /**
   * Whether the state looks the same on every tab. If so, it is checked only in Chinese, at the largest and the
   * smallest width.
   */
  readonly brief?: boolean;
}

const dashboard = (tab: string, unit = 'month') => `dashboard/index.html#/${tab}/${unit}/TODAY`;
const popup = 'popup/index.html';
const ok = (value: unknown): Answer => ({ ok: value });
const gansu = { 'zh-CN': '甘肃省民政部门', 'zh-TW': '甘肅省民政部門', en: 'Gansu civil affairs authority' };
const fixedTime = Date.parse('2026-10-30T06:00:00Z');

const withoutRecords = (day: DaySummary): DaySummary => ({
  ...day,
  systems: [],
  quarterHours: [],
  attentionMs: 0,
  afterHoursMs: 0,
  selfReported: {},
  entries: { ...day.entries, total: 0, eligible: 0, repeatSameSystem: 0, repeatOtherSystem: 0 },
});

const tabs = ['time', 'portals', 'repeats', 'burden', 'after-hours', 'coverage', 'settings', 'export'] as const;
const dashboardMessages = [
  'days.read',
  'days.brief',
  'repeats.read',
  'months.read',
  'storage.read',
  'catalogue.read',
  'pauses.read',
];

export const screens: readonly Screen[] = [
  { name: 'consent', path: 'consent/index.html' },
  { name: 'privacy', path: 'privacy/index.html' },
  { name: 'consent-open', path: 'consent/index.html', press: ['details.more:nth-of-type(1) summary'] },
  {
    name: 'consent-declined',
    path: 'consent/index.html',
    answers: () => ({ 'settings.write': ok(null) }),
    press: ['[data-action=later]'],
  },
  {
    name: 'consent-administered',
    path: 'consent/index.html?fixed',
    answers: ({ state }) => ({ 'state.read': ok({ ...state, administered: true }) }),
  },
  {
    name: 'consent-changed',
    path: 'consent/index.html',
    answers: ({ state }) => ({
      'state.read': ok({ ...state, consented: false, recording: false, agreedTo: 0 }),
    }),
  },
  {
    name: 'consent-lost',
    path: 'consent/index.html',
    answers: ({ state }) => ({
      'state.read': ok({ ...state, consented: false, recording: false, agreedTo: null, trouble: 'lost' }),
    }),
  },
  {
    name: 'consent-started',
    path: 'consent/index.html',
    answers: () => ({ 'settings.write': ok(null) }),
    press: ['[data-confirm="0"]', '[data-confirm="1"]', '[data-confirm="2"]', '[data-action=agree]'],
  },
  { name: 'popup', path: popup, popup: true },
  { name: 'popup-private', path: `${popup}?private`, popup: true },
  { name: 'popup-pause-menu', path: popup, popup: true, press: ['.menu summary'] },
  { name: 'popup-not-me', path: popup, popup: true, press: ['[data-action=not-me]'] },
  {
    name: 'popup-not-me-dropped',
    path: popup,
    popup: true,
    answers: () => ({ 'ledger.dropLast': ok({ rows: 3, undo: '00' }) }),
    press: ['[data-action=not-me]', '[data-action=not-me-sure]'],
  },
  {
    name: 'popup-not-consented',
    path: popup,
    popup: true,
    answers: ({ state }) => ({ 'state.read': ok({ ...state, consented: false, recording: false }) }),
  },
  {
    name: 'popup-paused',
    path: popup,
    popup: true,
    answers: ({ state }) => ({ 'state.read': ok({ ...state, recording: false, pausedUntil: fixedTime }) }),
  },
  {
    name: 'popup-first-day',
    path: popup,
    popup: true,
    answers: ({ state, today: { day } }) => ({
      'state.read': ok({ ...state, firstDay: null, sample: false }),
      'today.read': ok({
        day,
        attentionMs: 0,
        afterHoursMs: 0,
        entries: 0,
        repeats: 0,
        portals: 0,
        quarters: [],
        systems: [],
        selfReported: {},
        usual: null,
        names: {},
      } satisfies Today),
    }),
  },
  ...(
    [
      [
        'recorded',
        {
          standing: 'recorded',
          name: gansu,
          system: {
            host: 'mzt.gansu.gov.cn',
            catalogueId: 'dept-62-mz',
            kind: 'civil-affairs',
            purpose: 'casework',
            exempt: false,
            daysUsed: 9,
          },
        },
      ],
      [
        'question',
        {
          standing: 'recorded',
          name: gansu,
          system: {
            host: 'mzt.gansu.gov.cn',
            catalogueId: 'dept-62-mz',
            kind: 'civil-affairs',
            purpose: null,
            exempt: false,
            daysUsed: 3,
          },
        },
      ],
      [
        'no-permission',
        { standing: 'not-granted', origin: 'http://mzt.gansu.gov.cn', name: gansu, kind: 'civil-affairs' },
      ],
      ['addable', { standing: 'addable', origin: 'http://10.20.30.40:8080', offer: true }],
      ['off', { standing: 'off', why: 'session', host: 'mzt.gansu.gov.cn' }],
      ['never', { standing: 'never' }],
    ] as const
  ).map(
    ([name, site]): Screen => ({
      name: `popup-site-${name}`,
      path: popup,
      popup: true,
      answers: () => ({ 'site.read': ok(site) }),
    }),
  ),
  { name: 'popup-phone', path: popup, popup: true, press: ['[data-self=chain]'] },
  {
    name: 'popup-timer',
    path: popup,
    popup: true,
    answers: ({ state }) => ({ 'state.read': ok({ ...state, timer: { burden: 'spreadsheet', since: fixedTime } }) }),
  },
  ...(['full', 'newer', 'broken'] as const).map(
    (fault): Screen => ({
      name: `popup-${fault}`,
      path: popup,
      popup: true,
      answers: ({ state }) => ({ 'state.read': ok({ ...state, trouble: fault }) }),
    }),
  ),
  // While the ledger cannot be opened, the worker answers `state.read` and nothing else.
  ...(['newer', 'broken'] as const).flatMap((fault): Screen[] =>
    [popup, dashboard('overview')].map((path, i) => ({
      name: `${i === 0 ? 'popup' : 'overview'}-unopened-${fault}`,
      path,
      popup: i === 0,
      brief: i === 1,
      answers: ({ state }) => ({
        'state.read': ok({ ...state, trouble: fault, recording: false }),
        ...Object.fromEntries(
          ['settings.read', 'today.read', 'day.read', 'names.read', ...dashboardMessages].map((name) => [
            name,
            { error: `Cannot answer "${name}": the ledger can't be opened (${fault})` },
          ]),
        ),
      }),
    })),
  ),
  {
    name: 'popup-dead',
    path: popup,
    popup: true,
    answers: () => ({ 'state.read': { error: 'Cannot open the ledger: an error inside the browser' } }),
  },
  { name: 'popup-loading', path: popup, popup: true, waits: true, answers: () => ({ 'state.read': 'never' }) },
  { name: 'overview', path: dashboard('overview') },
  { name: 'overview-day', path: dashboard('overview', 'day') },
  { name: 'overview-week', path: dashboard('overview', 'week') },
  { name: 'overview-year', path: dashboard('overview', 'year') },
  { name: 'overview-table', path: dashboard('overview'), press: ['figure .switch'] },
  { name: 'time-day', path: dashboard('time', 'day') },
  {
    name: 'time-deleted',
    path: dashboard('time', 'day'),
    answers: () => ({ 'days.erase': ok({ rows: 3, undo: '00' }) }),
    after: ({ day }) => ({ 'days.erase': { 'day.read': ok(withoutRecords(day)), 'day.timeline': ok([]) } }),
    press: ['[data-action=erase-day]'],
  },
  { name: 'time', path: dashboard('time') },
  { name: 'time-year', path: dashboard('time', 'year') },
  { name: 'portals', path: dashboard('portals'), press: ['table.portals tbody button'] },
  { name: 'repeats', path: dashboard('repeats'), press: ['td summary, th summary'] },
  { name: 'burden', path: dashboard('burden'), press: ['details.formula summary'] },
  {
    name: 'burden-clauses',
    path: dashboard('burden'),
    press: [
      'details.formula:has([data-clauses=check-in]) summary',
      'details.formula:has([data-clauses=photo-proof]) summary',
    ],
  },
  { name: 'after-hours', path: dashboard('after-hours') },
  { name: 'coverage', path: dashboard('coverage') },
  { name: 'settings', path: dashboard('settings') },
  { name: 'export', path: dashboard('export') },
  { name: 'export-level', path: dashboard('export'), press: ['[data-action=next]:not([disabled])'] },
  {
    name: 'export-check',
    path: dashboard('export'),
    press: ['[data-action=next]:not([disabled])', '[data-action=next]:not([disabled])'],
  },
  {
    name: 'export-save',
    path: dashboard('export'),
    press: [1, 2, 3].map(() => '[data-action=next]:not([disabled])'),
  },
  ...(['overview', 'time', 'portals', 'repeats', 'burden', 'after-hours', 'coverage'] as const).flatMap(
    (tab): Screen[] => [
      {
        name: `${tab}-first-day`,
        path: dashboard(tab),
        answers: ({ state }) => ({
          'state.read': ok({ ...state, firstDay: null, sample: false }),
          'days.read': ok([]),
          'days.brief': ok([]),
          'repeats.read': ok([]),
        }),
      },
      {
        name: `${tab}-failed`,
        path: dashboard(tab),
        answers: () => ({
          'days.read': { error: 'Cannot read "2026-11-25": an error inside the browser' },
          'repeats.read': { error: 'Cannot read: an error inside the browser' },
        }),
      },
    ],
  ),
  { name: 'overview-loading', path: dashboard('overview'), waits: true, answers: () => ({ 'days.read': 'never' }) },
  {
    name: 'overview-not-consented',
    path: dashboard('overview'),
    answers: ({ state }) => ({
      'state.read': ok({ ...state, consented: false, recording: false, firstDay: null, sample: false }),
      'days.read': ok([]),
    }),
  },
  ...(['full', 'newer', 'broken'] as const).map(
    (fault): Screen => ({
      name: `overview-${fault}`,
      path: dashboard('overview'),
      answers: ({ state }) => ({ 'state.read': ok({ ...state, trouble: fault }) }),
    }),
  ),
  {
    name: 'overview-backup-due',
    path: dashboard('overview'),
    answers: ({ state }) => ({ 'state.read': ok({ ...state, backupDue: true }) }),
  },
  {
    name: 'overview-dead',
    path: dashboard('overview'),
    answers: () => ({ 'state.read': { error: 'Cannot open the ledger: an error inside the browser' } }),
  },
  ...tabs.flatMap((tab): Screen[] => [
    {
      name: `${tab}-loading`,
      path: dashboard(tab),
      waits: true,
      brief: true,
      answers: () => Object.fromEntries(dashboardMessages.map((name) => [name, 'never' as const])),
    },
    ...(['full', 'newer', 'broken'] as const).map(
      (fault): Screen => ({
        name: `${tab}-${fault}`,
        path: dashboard(tab),
        brief: true,
        answers: ({ state }) => ({
          'state.read': ok({ ...state, trouble: fault }),
          // If the ledger cannot be opened, every other message fails.
          ...(fault === 'full'
            ? {}
            : Object.fromEntries(
                dashboardMessages.map((name) => [
                  name,
                  { error: `Cannot answer "${name}": the ledger can't be opened (${fault})` },
                ]),
              )),
        }),
      }),
    ),
  ]),
  {
    name: 'coverage-no-permission',
    path: dashboard('coverage'),
    answers: () => ({
      'catalogue.read': ok({
        version: '2026.11',
        groups: [{ id: 'survey', on: true, entries: 4, origins: ['https://*.wjx.cn/*'], granted: false }],
        added: [{ pattern: '10.20.30.40:8080', kind: 'office-oa', granted: false }],
      }),
      'pauses.read': ok({ ms: 11_400_000 }),
    }),
  },
  {
    name: 'overview-hatches',
    path: dashboard('overview'),
    answers: ({ settings }) => ({ 'settings.read': ok({ ...settings, hatchesAlways: true }) }),
  },
  ...(['overview', 'time', 'after-hours', 'burden', 'settings'] as const).map(
    (tab): Screen => ({
      name: `${tab}-larger`,
      path: dashboard(tab),
      answers: ({ settings }) => ({ 'settings.read': ok({ ...settings, largerText: true }) }),
    }),
  ),
  ...(['day', 'year'] as const).map(
    (unit): Screen => ({
      name: `time-${unit}-larger`,
      path: dashboard('time', unit),
      answers: ({ settings }) => ({ 'settings.read': ok({ ...settings, largerText: true }) }),
    }),
  ),
  {
    name: 'repeats-arranged',
    path: dashboard('repeats'),
    answers: ({ settings }) => ({
      'settings.read': ok({
        ...settings,
        repeatView: { hidden: ['phone'], apart: ['income'], merged: { address: 'name' } },
      }),
    }),
  },
  {
    name: 'settings-not-consented',
    path: dashboard('settings'),
    answers: ({ state }) => ({
      'state.read': ok({ ...state, consented: false, recording: false, administered: true }),
    }),
  },
];
