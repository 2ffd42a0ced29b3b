/**
 * Judges burden acts that depend on earlier events. A pressed reporting control waits for its submission. A deadline
 * counts once. Likes count where tasks or points were shown. A page that shows a leaderboard counts once, and the time
 * for which it is in front is added. The memory is in `storage.session`, so that the worker may be stopped between any
 * two events.
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

/** What must be remembered between events, as `storage.session` holds it. */
export interface ActMemory {
  /** Burden forms that each system has shown. */
  readonly shown: Readonly<Record<string, readonly BurdenForm[]>>;
  /** Deadlines that were counted, as `SYSTEM DATE`. */
  readonly dues: readonly string[];
  /** What each document showed, the latest document last. */
  readonly pages: readonly PageMemory[];
  /** Reporting controls that were pressed, and whose submission has not been sent yet. */
  readonly reports: readonly { readonly system: SystemKey; readonly at: EpochMs }[];
  /** The last press of an upload control; `counted` when the page's file chooser can't be observed. */
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
  /** Classes of its headings. */
  readonly headings: readonly string[];
  /** Features of the page that were counted. Their time is counted up to `since`. */
  readonly counted: readonly { readonly form: BurdenForm; readonly feature: ActFeature; readonly since: EpochMs }[];
}

const emptyMemory: ActMemory = { shown: {}, dues: [], pages: [], reports: [], chooser: null };
const maxDues = 500;
const maxPages = 100;
/** A file that is chosen later than this after a press does not belong to that press. */
const maxPickMs = 300_000;

/** The page that an event comes from. */
interface PageSource {
  readonly tab: TabKey;
  readonly system: SystemKey;
  readonly kind: string;
  readonly document: string;
}

/** Turns what pages report of burden acts into acts to append. */
export interface PendingActs {
  /**
   * Judges the words of burden acts that a page found; returns the acts to append. `dayEnd` is the end of the local
   * day.
   */
  onWords(words: readonly WordsSeen[], source: PageSource, now: EpochMs, dayEnd: EpochMs): Promise<ActMade[]>;
  /** Returns acts of count 0 that add the time of these spans to the features that were counted for the tab's pages. */
  onSpans(spans: readonly SpanSeen[], tab: TabKey, system: SystemKey): Promise<ActMade[]>;
  /** Forgets the pages of a tab. Called when another page was opened in it. */
  forgetTab(tab: TabKey): Promise<void>;
  /** Returns these events, and an act for each submission among them that follows a pressed reporting control. */
  confirm(events: readonly LogEvent[]): Promise<readonly LogEvent[]>;
}

/** Creates the judge of burden acts. `store` loads and saves its memory. */
export function openPendingActs(store: {
  load(): Promise<ActMemory | undefined>;
  save(memory: ActMemory): Promise<void>;
}): PendingActs {
  const load = async () => (await store.load()) ?? emptyMemory;
  return {
    async onWords(words, source, now, dayEnd) {
      if (words.length === 0) return [];
      let memory = await load();
      const made: ActMade[] = [];
      for (const seen of words) {
        const step = judge(memory, seen, source, now, dayEnd);
        memory = step.memory;
        made.push(...step.made);
      }
      await store.save(memory);
      return made;
    },
    async onSpans(spans, tab, system) {
      const presence = spans.filter((s) => s.of === 'presence');
      const memory = presence.length > 0 ? await load() : emptyMemory;
      if (!memory.pages.some((p) => p.tab === tab && p.counted.length > 0)) return [];
      const made: ActMade[] = [];
      let { pages } = memory;
      for (const { start, end } of presence)
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
    async forgetTab(tab) {
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
      for (const submission of sent) {
        const report = left.find((r) => r.system === submission.system && isReportSubmission(r.at, submission));
        if (report === undefined) continue;
        left = left.filter((r) => r !== report);
        const { at, system, ms } = submission;
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
  if (verdict === null) return { memory, made: [] };
  if (verdict.feature === 'report') {
    const recent = memory.reports.filter((r) => r.at > now - 60_000);
    return { memory: { ...memory, reports: [...recent, { system, at: seen.at }] }, made: [] };
  }
  if (rulesOf(verdict.form).isUpload) return judgeUpload(memory, seen, source, verdict);
  return { memory, made: [actOf(seen, source, verdict, 1)] };
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
  if (verdict === null) return { memory: withPage(withHeadings), made: [] };
  const { form, feature } = verdict;
  if (feature === 'deadline') {
    const made: ActMade[] = [];
    const dues = [...memory.dues];
    for (const date of seen.due) {
      const lead = leadTimeOf(at, parseDueDate(date, at), dayEnd);
      const key = `${system} ${date}`;
      if (lead === null || dues.includes(key)) continue;
      dues.push(key);
      made.push({ ...actOf(seen, source, verdict, 1), lead });
    }
    return { memory: { ...withPage(withHeadings), dues: dues.slice(-maxDues) }, made };
  }
  if (page.counted.some((c) => c.form === form)) return { memory: withPage(withHeadings), made: [] };
  const before = memory.shown[system] ?? [];
  const shown = before.includes(form) ? memory.shown : { ...memory.shown, [system]: [...before, form] };
  const counted = [...page.counted, { form, feature, since: at }];
  return {
    memory: { ...withPage({ ...withHeadings, counted }), shown },
    // A shown task has count 0, because it is no act. It only says that likes on this system may be a quota.
    made: [actOf(seen, source, verdict, feature === 'task' ? 0 : 1)],
  };
}

/** Judges a press of an upload control, or the files that were chosen. */
function judgeUpload(memory: ActMemory, seen: WordsSeen, source: PageSource, verdict: Verdict): Step {
  const { document } = source;
  const { at } = seen;
  if (seen.sort === 'click') {
    // Files are counted when they are chosen. When the page's chooser can't be observed, the press is counted.
    const counted = seen.count === 0;
    return {
      memory: { ...memory, chooser: { document, form: verdict.form, at, counted } },
      made: counted ? [actOf(seen, source, verdict, 1)] : [],
    };
  }
  const { chooser } = memory;
  const ms = chooser?.document === document ? at - chooser.at : maxPickMs;
  const isPick = ms < maxPickMs;
  const count = seen.count - (isPick && chooser?.counted === true ? 1 : 0);
  return { memory: { ...memory, chooser: null }, made: [actOf(seen, source, verdict, count, isPick ? ms : 0)] };
}
