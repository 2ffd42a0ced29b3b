/** Lists the sessions of one day. Each can be deleted, and the deletion can be undone for ten seconds. */
import type { EpochMs } from '../../../core/events.ts';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { PortalName } from '../parts/portal-name.tsx';

/** A span of the day's timeline. */
interface Span {
  readonly system: string;
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly state: string;
}
/** Work on one portal without a long break. `attentionMs` does not include unattended spans. */
export interface Session {
  readonly system: string;
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly attentionMs: number;
}

/**
 * Returns start, end and length of a session in whole minutes, as they are shown. The length is at most end − start,
 * and equal to it if the whole session was attended.
 */
export function shownMinutes({ start, end, attentionMs }: Omit<Session, 'system'>, dayStart: EpochMs) {
  const [from, to] = [Math.round((start - dayStart) / 60_000), Math.round((end - dayStart) / 60_000)];
  const isAllAttended = end - start - attentionMs < 1000;
  return { from, to, length: isAllAttended ? to - from : Math.min(to - from, Math.round(attentionMs / 60_000)) };
}

/** Spans at least this far apart belong to different sessions. */
const sessionGapMs = 5 * 60_000;

/**
 * Joins spans of one portal to a session if they are less than five minutes apart and no span of another portal is
 * between them. Leaves out sessions without attention.
 */
export function groupSessions(spans: readonly Span[]): Session[] {
  const sessions: Session[] = [];
  for (const { system, start, end, state } of spans) {
    const attentionMs = state === 'unattended' ? 0 : end - start;
    const last = sessions.at(-1);
    if (last !== undefined && last.system === system && start - last.end < sessionGapMs)
      sessions[sessions.length - 1] = { ...last, end, attentionMs: last.attentionMs + attentionMs };
    else sessions.push({ system, start, end, attentionMs });
  }
  return sessions.filter((s) => s.attentionMs > 0);
}

/** Draws the list of sessions, each with a button that deletes it. */
export function Sessions({ spans, dayStart }: { spans: readonly Span[]; dayStart: EpochMs }) {
  const { ask, removed, language } = usePageContext();
  const texts = useTexts('time');
  const erase = ({ start, end }: Session, name: string) =>
    removed(texts.erasedPart(name), ask('stretch.erase', start, end));
  return (
    <section class="card no-print">
      <h2>{texts.sessions}</h2>
      <p class="soft">{texts.sessionsNote}</p>
      <ul class="lines">
        {groupSessions(spans).map((session) => {
          const { from, to, length } = shownMinutes(session, dayStart);
          const name = `${format.timeOfDay(from)}–${format.timeOfDay(to)}`;
          return (
            <li key={session.start}>
              <span class="num">{name}</span>
              <span class="grow">
                <PortalName host={session.system} />
              </span>
              <span class="num">{format.duration(Math.max(1, length * 60_000), language)}</span>
              <button
                type="button"
                class="plain small"
                data-action="erase-session"
                aria-label={texts.erasePartOf(name)}
                onClick={() => erase(session, name)}
              >
                {texts.erasePart}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
