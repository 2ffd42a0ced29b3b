/** Details of an error for whoever helps with this computer. They are shown before they are copied. */
import { useTexts } from './page-context.ts';

/** An error message without quoted values, because they may name a site, a label or a value. */
export const redactQuoted = (message: string): string => message.replace(/"[^"]*"/g, '"…"');

/** Versions and error messages on one line, nothing else. Omits `catalogue` and `trouble` if they are not known. */
export function diagnosisText(of: {
  readonly version: string;
  readonly catalogue?: string;
  readonly trouble?: string;
  readonly reasons: readonly string[];
}): string {
  const head = [
    `fingertip-ledger ${of.version}`,
    of.catalogue === undefined ? '' : `catalogue ${of.catalogue}`,
    of.trouble === undefined ? '' : `ledger ${of.trouble}`,
  ];
  return `${head.filter(Boolean).join(', ')}: ${[...new Set(of.reasons)].join('; ')}`;
}

/** The details with a button to copy them, and a button to retry if `retry` is given. */
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
