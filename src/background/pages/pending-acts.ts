/**
 * Judges burden acts that depend on earlier events. A press of a reporting control becomes an act when a submission
 * follows. A deadline is counted once. Likes are counted on systems that have shown tasks or points. A page that shows
 * a leaderboard is counted once, and the time for which the page is in front is added. What must be remembered is kept
 * in `storage.session`, because the browser may stop the worker between any two events.
 */
import { rulesOf } from '../../core/acts/form-rules.ts';
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

/** The state that must be remembered between events, as `storage.session` holds it. */
export interface ActMemory {
  /** Burden forms that each system has shown. */
  readonly shown: Readonly<Record<string, readonly BurdenForm[]>>;
  /** Deadlines that were counted, as `SYSTEM DATE`. */
  readonly dues: readonly string[];
  /** What each document showed, the latest document last. */
  readonly pages: readonly PageMemory[];
  /** Presses of reporting controls that no submission has followed yet. */
  readonly reports: readonly { readonly system: SystemKey; readonly at: EpochMs }[];
  /**
   * The latest press of an upload control. `counted` tells whether the press itself was counted. This is done when the
   * page's file chooser can't be observed.
   */
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
  /** Classes of the page's headings. */
  readonly headings: readonly string[];
  /** Features of the page that were counted. The time of each feature is counted up to `since`. */
  readonly counted: readonly { readonly form: BurdenForm; readonly feature: ActFeature; readonly since: EpochMs }[];
}

const emptyMemory: ActMemory = { shown: {}, dues: [], pages: [], reports: [], chooser: null };
const maxDues = 500;
const maxPages = 100;
/** A file that is chosen more than this time after a press does not belong to that press. */
const maxPickMs = 300_000;

/** The page that an event comes from. */
interface PageSource {
  readonly tab: TabKey;
  readonly system: SystemKey;
  readonly kind: string;
  readonly document: string;
}

/** Turns the words and spans that pages send into burden acts to append. */
export interface PendingActs {
  /**
   * Judges the words of burden acts that a page found. Returns the acts to append. `dayEnd` is the end of the local
   * day.
   */
  onWords(words: readonly WordsSeen[], source: PageSource, now: EpochMs, dayEnd: EpochMs): Promise<ActMade[]>;
  /**
   * Returns acts with count 0. These acts add the time of the spans to the features that were counted on the pages of
   * the tab.
   */
  onSpans(spans: readonly SpanSeen[], tab: TabKey, system: SystemKey): Promise<ActMade[]>;
  /** Forgets the pages of a tab. Called when another page was opened in the tab. */
  forgetTab(tab: TabKey): Promise<void>;
  /** Returns these events, and an act for each submission among them that follows a pressed reporting control. */
  confirm(events: readonly LogEvent[]): Promise<readonly LogEvent[]>;
}

/** Creates the functions that judge burden acts. `store` loads and saves their state. */
export function openPendingActs(store: {
  load(): Promise<ActMemory | undefined>;
  save(memory: ActMemory): Promise<void>;
}): PendingActs {
  const load = async () => (await store.load()) ?? emptyMemory;
  return {
    async onWords(words, source, now, dayEnd) {
      if (words.length === 0) return [];
      let memory = await load();
      const acts: ActMade[] = [];
      for (const seen of words) {
        const step = judge(memory, seen, source, now, dayEnd);
        memory = step.memory;
        acts.push(...step.acts);
      }
      await store.save(memory);
      return acts;
    },
    async onSpans(spans, tab, system) {
      const presence = spans.filter((s) => s.of === 'presence');
      const memory = presence.length > 0 ? await load() : emptyMemory;
      if (!memory.pages.some((p) => p.tab === tab && p.counted.length > 0)) return [];
      const acts: ActMade[] = [];
      let { pages } = memory;
      for (const { start, end } of presence)
        pages = pages.map((page) => {
          if (page.tab !== tab) return page;
          for (const { form, feature, since } of page.counted)
            if (end > since)
              acts.push({ kind: 'act', at: end, system, form, feature, count: 0, ms: end - Math.max(start, since) });
          return { ...page, counted: page.counted.map((c) => (end > c.since ? { ...c, since: end } : c)) };
        });
      await store.save({ ...memory, pages });
      return acts;
    },
    async forgetTab(tab) {
      const memory = await load();
      const pages = memory.pages.filter((p) => p.tab !== tab);
      if (pages.length < memory.pages.length) await store.save({ ...memory, pages });
    },
    async confirm(events) {
      const submissions = events.filter((e) => e.kind === 'submission');
      if (submissions.length === 0) return events;
      const memory = await load();
      let remaining = memory.reports;
      const acts: ActMade[] = [];
      for (const submission of submissions) {
        const press = remaining.find((r) => r.system === submission.system && isReportSubmission(r.at, submission));
        if (press === undefined) continue;
        remaining = remaining.filter((r) => r !== press);
        const { at, system, ms } = submission;
        acts.push({ kind: 'act', at, system, form: 'multi-reporting', feature: 'report', count: 1, ms });
      }
      if (acts.length > 0) await store.save({ ...memory, reports: remaining });
      return [...events, ...acts];
    },
  };
}

interface Step {
  readonly memory: ActMemory;
  readonly acts: readonly ActMade[];
}
type Verdict = NonNullable<ReturnType<typeof judgeWords>>;

const actOf = (
  seen: WordsSeen,
  { system }: PageSource,
  { form, feature }: Verdict,
  count: number,
  ms = 0,
): ActMade => ({ kind: 'act', at: seen.at, system, form, feature, count, ms });

/** Judges the words that a page found. Returns the new memory and the acts to append. */
function judge(memory: ActMemory, seen: WordsSeen, source: PageSource, now: EpochMs, dayEnd: EpochMs): Step {
  const { tab, system, kind, document } = source;
  const page = memory.pages.find((p) => p.document === document) ?? { tab, document, headings: [], counted: [] };
  const verdict = judgeWords(seen, kind, memory.shown[system] ?? [], page.headings);
  if (seen.sort === 'shown') return judgeShown(memory, seen, source, page, verdict, dayEnd);
  if (verdict === null) return { memory, acts: [] };
  if (verdict.feature === 'report') {
    const recent = memory.reports.filter((r) => r.at > now - 60_000);
    return { memory: { ...memory, reports: [...recent, { system, at: seen.at }] }, acts: [] };
  }
  if (rulesOf(verdict.form).isUpload) return judgeUpload(memory, seen, source, verdict);
  return { memory, acts: [actOf(seen, source, verdict, 1)] };
}

/** Judges words that a page shows, such as a leaderboard or a deadline. */
function judgeShown(
  memory: ActMemory,
  seen: WordsSeen,
  source: PageSource,
  page: PageMemory,
  verdict: Verdict | null,
  dayEnd: EpochMs,
): Step {
  const { system, document } = source;
  const { at } = seen;
  const withPage = (changed: PageMemory): ActMemory => ({
    ...memory,
    pages: [...memory.pages.filter((p) => p.document !== document), changed].slice(-maxPages),
  });
  const newHeadings = seen.on.filter((id) => id.startsWith('heading ') && !page.headings.includes(id));
  const isTitle = seen.on.includes('title');
  const withHeadings = { ...page, headings: isTitle ? [...page.headings, ...newHeadings] : page.headings };
  if (verdict === null) return { memory: withPage(withHeadings), acts: [] };
  const { form, feature } = verdict;
  if (feature === 'deadline') {
    const acts: ActMade[] = [];
    const dues = [...memory.dues];
    for (const date of seen.due) {
      const lead = leadTimeOf(at, parseDueDate(date, at), dayEnd);
      const key = `${system} ${date}`;
      if (lead === null || dues.includes(key)) continue;
      dues.push(key);
      acts.push({ ...actOf(seen, source, verdict, 1), lead });
    }
    return { memory: { ...withPage(withHeadings), dues: dues.slice(-maxDues) }, acts };
  }
  if (page.counted.some((c) => c.form === form)) return { memory: withPage(withHeadings), acts: [] };
  const before = memory.shown[system] ?? [];
  const shown = before.includes(form) ? memory.shown : { ...memory.shown, [system]: [...before, form] };
  const counted = [...page.counted, { form, feature, since: at }];
  return {
    memory: { ...withPage({ ...withHeadings, counted }), shown },
    // A shown task has count 0, because it is not an act. The task only shows that likes on this system may be a quota.
    acts: [actOf(seen, source, verdict, feature === 'task' ? 0 : 1)],
  };
}

/** Judges a press of an upload control, or the files that were chosen. */
function judgeUpload(memory: ActMemory, seen: WordsSeen, source: PageSource, verdict: Verdict): Step {
  const { document } = source;
  const { at } = seen;
  if (seen.sort === 'click') {
    // Files are counted when they are chosen. When the page's file chooser can't be observed, the press is counted
    // instead.
    const counted = seen.count === 0;
    return {
      memory: { ...memory, chooser: { document, form: verdict.form, at, counted } },
      acts: counted ? [actOf(seen, source, verdict, 1)] : [],
    };
  }
  const { chooser } = memory;
  const ms = chooser?.document === document ? at - chooser.at : maxPickMs;
  const isPick = ms < maxPickMs;
  const count = seen.count - (isPick && chooser?.counted === true ? 1 : 0);
  return { memory: { ...memory, chooser: null }, acts: [actOf(seen, source, verdict, count, isPick ? ms : 0)] };
}
