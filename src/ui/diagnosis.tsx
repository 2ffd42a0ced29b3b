/** Shows the details of an error. The owner can copy them for the person who maintains this computer. */
import { useTexts } from './page-context.ts';

/** Returns an error message without its quoted texts, which may be a site, a label or something that was entered. */
export const redactQuoted = (message: string): string => message.replace(/"[^"]*"/g, '"…"');

/** Returns versions and error messages on one line. Omits `catalogue` and `trouble` if they are not known. */
export function diagnosisText(fault: {
  readonly version: string;
  readonly catalogue?: string;
  readonly trouble?: string;
  readonly reasons: readonly string[];
}): string {
  const head = [
    `fingertip-ledger ${fault.version}`,
    fault.catalogue === undefined ? '' : `catalogue ${fault.catalogue}`,
    fault.trouble === undefined ? '' : `ledger ${fault.trouble}`,
  ];
  return `${head.filter(Boolean).join(', ')}: ${[...new Set(fault.reasons)].join('; ')}`;
}

/** Draws the details with a button to copy them, and a button to retry if `retry` is given. */
export function Diagnosis(props: {
  details: string;
  copy: (text: string) => unknown;
  retry?: (() => unknown) | undefined;
}) {
  const texts = useTexts('screens');
  const { details, copy, retry } = props;
  return (
    <>
      <p class="soft">{texts.diagnosisNote}</p>
      <pre>{details}</pre>
      <div class="tools">
        {retry === undefined ? null : (
          <button type="button" data-action="again" onClick={retry}>
            {texts.again}
          </button>
        )}
        <button type="button" class="plain" data-action="copy-details" onClick={() => copy(details)}>
          {texts.diagnosis}
        </button>
      </div>
    </>
  );
}
