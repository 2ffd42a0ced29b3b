/**
 * Shows the risk that a reader recognises the owner, and the reasons for this risk. Beside a reason is a button that
 * applies its remedy.
 */
import { assessRisk, type Remedy } from '../../../core/report/reidentification-risk.ts';
import { isPerturbed } from '../../../core/report/report-format.ts';
import type { Study } from '../../../core/report/studies.ts';
import priors from '../../../data/report-priors.json' with { type: 'json' };
import type { MonthPreview } from '../../../messages.ts';
import { number } from '../../figures/format.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import type { ExportChoices } from './export-choices.ts';

interface Props {
  readonly preview: MonthPreview;
  readonly choices: ExportChoices;
  readonly change: (changed: Partial<ExportChoices>) => void;
  readonly remove: (paths: readonly string[]) => void;
  readonly studies: readonly Study[];
  readonly chooseRecipient: () => void;
}

export function RiskPanel({ preview, choices, change, remove, studies, chooseRecipient }: Props) {
  const { language } = usePageContext();
  const { risk: texts, levels: levelTexts, switchTo } = useTexts('monthExport');
  if (preview.report === null) return null;
  const { level } = preview.report;
  const risk = assessRisk(preview.report, priors, { sealed: choices.study !== null, days: preview.days });
  const [firstStudy] = studies;
  const apply = (remedy: Remedy) => {
    if (remedy.kind === 'seal')
      return firstStudy === undefined ? chooseRecipient() : change({ study: firstStudy.name });
    if (remedy.kind === 'remove') return remove([remedy.path]);
    if (remedy.kind === 'level') return change({ level: remedy.level, removed: [] });
  };
  const nameOf = (remedy: Remedy) =>
    remedy.kind === 'level'
      ? switchTo[remedy.level]
      : texts.remedies[remedy.kind === 'seal' && firstStudy === undefined ? 'sealFirst' : remedy.kind];
  /**
   * Whether a remedy is possible. After the first save, level and content are fixed; a running month cannot be sealed.
   */
  const isPossible = ({ kind }: Remedy) => (kind === 'seal' ? !preview.partial : preview.lock === null);
  return (
    <section class="risk" data-grade={risk.grade} aria-label={texts.head}>
      <h3>{texts.graded(texts.grades[risk.grade])}</h3>
      <ul>
        {risk.reasons.map(({ reason, remedy }) => (
          <li key={reason} data-reason={reason}>
            {reason === 'office' ? texts.office(levelTexts[level].often) : texts.reasons[reason]}{' '}
            {remedy === null ? null : remedy.kind === 'wait' ? (
              <span class="soft">{nameOf(remedy)}</span>
            ) : isPossible(remedy) ? (
              <button type="button" class="plain" data-remedy={remedy.kind} onClick={() => apply(remedy)}>
                {nameOf(remedy)}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {isPerturbed(level) ? null : <p class="soft">{texts.alike(number(risk.alike, language))}</p>}
    </section>
  );
}
