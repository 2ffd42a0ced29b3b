import type { LogEvent, SystemKey, TabKey } from '../core/events.ts';

/** Checkpoints left in `storage.local` → spans, each of a tab of its own. */
export function checkpointSpans(stored: Readonly<Record<string, unknown>>): LogEvent[] {
  const events: LogEvent[] = [];
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith('open:')) continue;
    const { system, spans } = value as { system: SystemKey; spans: Extract<LogEvent, { kind: 'span' }>[] };
    for (const span of spans) events.push({ ...span, system, tab: key as string as TabKey });
  }
  return events;
}
