/**
 * Shows, once for the whole page, that the ledger cannot be read or written. If the ledger cannot be opened and parts
 * of the page failed, the details can be copied.
 */
import type { State } from '../../messages.ts';
import { Diagnosis, diagnosisText } from '../diagnosis.tsx';
import { useFailures } from '../failures.tsx';
import { usePageContext, useTexts } from '../page-context.ts';
import { isUnreadable } from '../shared/answer-card.tsx';

export function LedgerNotice({ trouble }: { trouble: NonNullable<State['trouble']> }) {
  const { state, version, copy, refresh } = usePageContext();
  const { head, text } = useTexts('storageFaults')[trouble];
  const { reasons, retry } = useFailures();
  const details = { version, catalogue: state.catalogueVersion, trouble, reasons };
  return (
    <div class="notice" role="alert" data-trouble={trouble}>
      <p>
        <strong>{head}</strong>
        <br />
        {text}
      </p>
      {isUnreadable(trouble) && reasons.length > 0 ? (
        <Diagnosis
          details={diagnosisText(details)}
          copy={copy}
          // A retry cannot help: this version cannot read a newer ledger.
          retry={trouble === 'newer' ? undefined : () => refresh().then(retry, retry)}
        />
      ) : null}
    </div>
  );
}
