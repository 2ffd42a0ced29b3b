/** Screens that replace a page while the page is loading, and when the state or the settings cannot be read. */
import { useEffect, useState } from 'preact/hooks';
import { Diagnosis, diagnosisText, redactQuoted } from './diagnosis.tsx';
import { useTexts } from './page-context.ts';

/** The text is shown only after this time, so that it does not flash when the page starts fast. */
const waitingTextAfterMs = 300;

/** An empty page that shows `text` if loading takes long. */
export function WaitingPage({ text }: { text: string }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), waitingTextAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main class="waiting" aria-busy="true">
      {isLate ? <p class="soft">{text}</p> : null}
    </main>
  );
}

interface BrokenPageProps {
  /** The worker's error message. */
  readonly message: string;
  readonly version: string;
  readonly copy: (text: string) => unknown;
  readonly retry: () => unknown;
}

/** Shows which storage fault occurred, what is kept and what the owner can do. */
export function BrokenPage({ message, version, copy, retry }: BrokenPageProps) {
  const fault = /version|newer/i.test(message) ? 'newer' : 'broken';
  const { head, text } = useTexts('storageFaults')[fault];
  const { name } = useTexts('common');
  return (
    <main>
      <p class="brand">{name}</p>
      <h1>{head}</h1>
      <p role="alert">{text}</p>
      <Diagnosis
        details={diagnosisText({ version, trouble: fault, reasons: [redactQuoted(message)] })}
        copy={copy}
        // A retry cannot help: this version cannot read a newer ledger.
        retry={fault === 'newer' ? undefined : retry}
      />
    </main>
  );
}
