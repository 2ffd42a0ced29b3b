/** Shows that a period has no records, and why. */
import { usePageContext, useTexts } from '../../page-context.ts';

export function EmptyPeriod() {
  const { state } = usePageContext();
  const texts = useTexts('overview');
  return (
    <div class="card">
      <p>{!state.consented ? texts.notConsented : state.firstDay === null ? texts.firstDay : texts.nothing}</p>
      {state.consented ? null : (
        <a class="button" href="../consent/index.html">
          {texts.setUp}
        </a>
      )}
    </div>
  );
}
