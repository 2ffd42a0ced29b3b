/**
 * Acts on their way: a reporting control that was pressed waits for its submission, a deadline counts once, likes
 * count where tasks or points were shown, a page shows a leaderboard once and gets the time that it was in front. What must be remembered for that is in
 * `storage.session` (memory, gone with the browser), so that the worker may die between any two events.
 */
import { isReportSubmission, judgeWords, leadTimeOf, parseDueDate } from '../../core/acts/judge-act.ts';
import type {
  ActFeature,
  ActMade,
  BurdenForm,
  EpochMs,
  LogEvent,
  SpanSeen,
  SystemKey,
  TabKey,
  WordsSeen,
} from '../../core/events.ts';

export interface ActMemory {
  /** Forms that each system has shown. */
  readonly shown: Readonly<Record<string, readonly BurdenForm[]>>;
  /** Deadlines met, with their system. */
  readonly dues: readonly string[];
  /** What each document showed, the latest last: classes of its headings, and what was counted of them. */
  readonly pages: readonly PageMemory[];
  /** Reports pressed and not sent yet. */
  readonly reports: readonly { readonly system: SystemKey; readonly at: EpochMs }[];
  /** The last press of an upload control; `counted` when the page keeps its chooser to itself. */
  readonly chooser: {
    readonly document: string;
    readonly form: BurdenForm;
    readonly at: EpochMs;
    readonly counted: boolean;
  } | null;
}

interface PageMemory {
  readonly tab: TabKey;
  readonly document: string;
  readonly headings: readonly string[];
  /** Since when each is looked at, for the time that belongs to it. */
  readonly counted: readonly { readonly form: BurdenForm; readonly feature: ActFeature; readonly since: EpochMs }[];
}

const nothing: ActMemory = { shown: {}, dues: [], pages: [], reports: [], chooser: null };
const mostDues = 500;
const mostPages = 100;
/** What takes longer between a press and a chosen file was something else. */
const longestPickMs = 300_000;

interface From {
  readonly tab: TabKey;
  readonly system: SystemKey;
  readonly kind: string;
  readonly document: string;
}

export interface Acts {
  /** What a page met → what is appended. `dayEnd`: of the local day. */
  take(words: readonly WordsSeen[], from: From, now: EpochMs, dayEnd: EpochMs): Promise<ActMade[]>;
  /** Time in front → the share of it that belongs to what the tab's page was counted to show. */
  look(spans: readonly SpanSeen[], tab: TabKey, system: SystemKey): Promise<ActMade[]>;
  /** Another page was opened in the tab. */
  leave(tab: TabKey): Promise<void>;
  /** What is to be appended → the same, with the reports that its submissions confirm. */
  confirm(events: readonly LogEvent[]): Promise<readonly LogEvent[]>;
}

export function openActs(store: {
  load(): Promise<ActMemory | undefined>;
  save(memory: ActMemory): Promise<void>;
}): Acts {
  const load = async () => (await store.load()) ?? nothing;
  return {
    async take(words, from, now, dayEnd) {
      if (words.length === 0) return [];
      let memory = await load();
      const made: ActMade[] = [];
      for (const seen of words) {
        const step = takeOne(memory, seen, from, now, dayEnd);
        memory = step.memory;
        made.push(...step.made);
      }
      await store.save(memory);
      return made;
    },
    async look(spans, tab, system) {
      const front = spans.filter((s) => s.of === 'presence');
      const memory = front.length > 0 ? await load() : nothing;
      if (!memory.pages.some((p) => p.tab === tab && p.counted.length > 0)) return [];
      const made: ActMade[] = [];
      let { pages } = memory;
      for (const { start, end } of front)
        pages = pages.map((page) => {
          if (page.tab !== tab) return page;
          for (const { form, feature, since } of page.counted)
            if (end > since)
              made.push({ kind: 'act', at: end, system, form, feature, count: 0, ms: end - Math.max(start, since) });
          return { ...page, counted: page.counted.map((c) => (end > c.since ? { ...c, since: end } : c)) };
        });
      await store.save({ ...memory, pages });
      return made;
    },
    async leave(tab) {
      const memory = await load();
      const pages = memory.pages.filter((p) => p.tab !== tab);
      if (pages.length < memory.pages.length) await store.save({ ...memory, pages });
    },
    async confirm(events) {
      const sent = events.filter((e) => e.kind === 'submission');
      if (sent.length === 0) return events;
      const memory = await load();
      let left = memory.reports;
      const made: ActMade[] = [];
      for (const one of sent) {
        const report = left.find((r) => r.system === one.system && isReportSubmission(r.at, one));
        if (report === undefined) continue;
        left = left.filter((r) => r !== report);
        const { at, system, ms } = one;
        made.push({ kind: 'act', at, system, form: 'multi-reporting', feature: 'report', count: 1, ms });
      }
      if (made.length > 0) await store.save({ ...memory, reports: left });
      return [...events, ...made];
    },
  };
}

interface Step {
  readonly memory: ActMemory;
  readonly made: readonly ActMade[];
}

function takeOne(memory: ActMemory, seen: WordsSeen, from: From, now: EpochMs, dayEnd: EpochMs): Step {
  const { tab, system, kind, document } = from;
  const { at, due, sort } = seen;
  const act = (form: BurdenForm, feature: ActFeature, count: number, ms = 0): ActMade => ({
    kind: 'act',
    at,
    system,
    form,
    feature,
    count,
    ms,
  });
  const before = memory.shown[system] ?? [];
  const page = memory.pages.find((p) => p.document === document) ?? { tab, document, headings: [], counted: [] };
  const verdict = judgeWords(seen, kind, before, page.headings);
  if (sort === 'shown') {
    const withPage = (next: PageMemory): ActMemory => ({
      ...memory,
      pages: [...memory.pages.filter((p) => p.document !== document), next].slice(-mostPages),
    });
    const precise = seen.on.filter((id) => id.startsWith('heading ') && !page.headings.includes(id));
    const isTitle = seen.on.includes('title');
    const next = { ...page, headings: isTitle ? [...page.headings, ...precise] : page.headings };
    if (verdict === null) return { memory: withPage(next), made: [] };
    const { form, feature } = verdict;
    if (feature === 'deadline') {
      const made: ActMade[] = [];
      const dues = [...memory.dues];
      for (const date of due) {
        const lead = leadTimeOf(at, parseDueDate(date, at), dayEnd);
        const key = `${system} ${date}`;
        if (lead === null || dues.includes(key)) continue;
        dues.push(key);
        made.push({ ...act(form, feature, 1), lead });
      }
      return { memory: { ...withPage(next), dues: dues.slice(-mostDues) }, made };
    }
    if (page.counted.some((c) => c.form === form)) return { memory: withPage(next), made: [] };
    const shown = before.includes(form) ? memory.shown : { ...memory.shown, [system]: [...before, form] };
    return {
      memory: { ...withPage({ ...next, counted: [...page.counted, { form, feature, since: at }] }), shown },
      // Tasks are shown, not done: they only say that likes may be a quota.
      made: [act(form, feature, feature === 'task' ? 0 : 1)],
    };
  }
  if (verdict === null) return { memory, made: [] };
  const { form, feature } = verdict;
  if (feature === 'report')
    return {
      memory: { ...memory, reports: [...memory.reports.filter((r) => r.at > now - 60_000), { system, at }] },
      made: [],
    };
  const isFiles = form === 'photo-proof' || form === 'trace-keeping';
  if (isFiles && sort === 'click') {
    // Files are counted when they are chosen; a chooser that the page keeps to itself is known by its press.
    const counted = seen.count === 0;
    return {
      memory: { ...memory, chooser: { document, form, at, counted } },
      made: counted ? [act(form, feature, 1)] : [],
    };
  }
  if (isFiles) {
    const { chooser } = memory;
    const ms = chooser?.document === document ? at - chooser.at : longestPickMs;
    const isPick = ms < longestPickMs;
    const count = seen.count - (isPick && chooser?.counted === true ? 1 : 0);
    return { memory: { ...memory, chooser: null }, made: [act(form, feature, count, isPick ? ms : 0)] };
  }
  return { memory, made: [act(form, feature, 1)] };
}
