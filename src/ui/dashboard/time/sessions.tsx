/** The stretches of one day, each of which can be deleted; ten seconds to think better of it. */
import type { EpochMs } from '../../../core/events.ts';
import * as format from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { timeWords } from '../../strings/time.ts';
import { PortalName } from '../parts/portal-name.tsx';

interface Piece {
  readonly system: string;
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly state: string;
}
export interface Session {
  readonly system: string;
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly attentionMs: number;
}

/**
 * Its start, end and length in whole minutes as they are shown: the length is never more than from start to end, and
 * the same where nothing lies between.
 */
export function minutesOf({ start, end, attentionMs }: Omit<Session, 'system'>, dayStart: EpochMs) {
  const [from, to] = [Math.round((start - dayStart) / 60_000), Math.round((end - dayStart) / 60_000)];
  const all = end - start - attentionMs < 1000;
  return { from, to, length: all ? to - from : Math.min(to - from, Math.round(attentionMs / 60_000)) };
}

const apartMs = 5 * 60_000;

/** Pieces of one portal less than five minutes apart, nothing else between them, are one session. */
export function sessionsOf(pieces: readonly Piece[]): Session[] {
  const sessions: Session[] = [];
  for (const { system, start, end, state } of pieces) {
    const attentionMs = state === 'unattended' ? 0 : end - start;
    const last = sessions.at(-1);
    if (last !== undefined && last.system === system && start - last.end < apartMs)
      sessions[sessions.length - 1] = { ...last, end, attentionMs: last.attentionMs + attentionMs };
    else sessions.push({ system, start, end, attentionMs });
  }
  return sessions.filter((s) => s.attentionMs > 0);
}

export function Sessions({ pieces, dayStart }: { pieces: readonly Piece[]; dayStart: EpochMs }) {
  const { ask, removed, language } = usePageContext();
  const texts = useTexts(timeWords);
  const erase = ({ start, end }: Session, name: string) =>
    removed(texts.erasedPart(name), ask('stretch.erase', start, end));
  return (
    <section class="card no-print">
      <h2>{texts.sessions}</h2>
      <p class="soft">{texts.sessionsNote}</p>
      <ul class="lines">
        {sessionsOf(pieces).map((session) => {
          const { from, to, length } = minutesOf(session, dayStart);
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
