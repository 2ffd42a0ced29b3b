/** Shows the submissions of the period, and the form families with the portals that asked for them. */
import * as format from '../../figures/format.ts';
import type { Totals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { ScrollRegion } from '../parts/scroll-region.tsx';

export function FormFamilies({ totals }: { totals: Totals }) {
  const { language, names } = usePageContext();
  const texts = useTexts('portals');
  const { submissions } = totals;
  const n = (value: number) => format.number(value, language);
  return (
    <section class="card">
      <h2>{texts.forms}</h2>
      {submissions.total + submissions.failed === 0 ? (
        <p>{texts.noForms}</p>
      ) : (
        <p>
          {texts.attempt({
            sent: n(submissions.total),
            failed: n(submissions.failed),
            drafts: n(submissions.drafts),
            near: n(submissions.nearDuplicate),
            each: format.duration(submissions.ms / Math.max(1, submissions.total), language),
          })}
        </p>
      )}
      {totals.families.length === 0 ? null : (
        <>
          <p class="soft">{texts.formsNote}</p>
          <ScrollRegion name={texts.forms}>
            <table class="blocks">
              <thead>
                <tr>
                  <th scope="col">{texts.form}</th>
                  <th scope="col" class="n">
                    {texts.submissions}
                  </th>
                  <th scope="col">{texts.on}</th>
                </tr>
              </thead>
              <tbody>
                {totals.families.map((family, i) => (
                  <tr key={family.id}>
                    <th scope="row">{texts.formName(i + 1)}</th>
                    <td class="n" data-name={texts.submissions}>
                      {n(family.submissions)}
                    </td>
                    <td>
                      <ul class="chips">
                        {family.systems.map((host) => (
                          <li key={host}>{names[host]?.[language] ?? host}</li>
                        ))}
                      </ul>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
    </section>
  );
}
