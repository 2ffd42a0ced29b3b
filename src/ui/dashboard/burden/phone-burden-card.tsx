/** Shows the tasks that the owner noted by hand, on the phone and in other programs. */
import type { PhoneBurden } from '../../../core/events.ts';
import * as format from '../../figures/format.ts';
import type { Totals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';

export function PhoneBurdenCard({ totals }: { totals: Totals }) {
  const { language } = usePageContext();
  const texts = useTexts('burden');
  const burdens = useTexts('phone');
  const reported = Object.entries(totals.selfReported);
  return (
    <section class="card">
      <h2>{texts.phone}</h2>
      <p class="soft">{reported.length === 0 ? texts.noPhone : texts.phoneNote}</p>
      <ul class="lines">
        {reported.map(([burden, { count, minutes }]) => (
          <li key={burden}>
            <span>{burdens[burden as PhoneBurden]}</span>
            <span class="num">
              {texts.phoneLine(
                format.number(count, language),
                minutes === 0 ? '' : texts.minutes(format.number(minutes, language)),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
