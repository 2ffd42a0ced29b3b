/** Asks the questions that were drawn for this month. Each can be skipped, and no answer is preselected. */
import type { OwnerStatements } from '../../../core/report/build-report.ts';
import { attentionBuckets, shareBands } from '../../../core/report/report-format.ts';
import type { MonthPreview } from '../../../messages.ts';
import { usePageContext, useTexts } from '../../page-context.ts';

type Answers = NonNullable<OwnerStatements['answers']>;

export function ReportQuestions(props: { preview: MonthPreview; month: string; refreshPreview: () => Promise<void> }) {
  const { preview, month, refreshPreview } = props;
  const { ask } = usePageContext();
  const texts = useTexts('monthExport').questions;
  const answers: Answers = preview.said.answers ?? {};
  const options: Readonly<Record<keyof Answers, readonly (readonly [value: string, texts: string])[]>> = {
    burden: texts.burdens.map((text, i) => [String(i + 1), text] as const),
    share: shareBands.map((band) => [band, band] as const),
    recalled: attentionBuckets.map((bucket) => [bucket, bucket] as const),
    shared: [
      ['true', texts.yes],
      ['false', texts.no],
    ],
  };
  const asked = (Object.keys(options) as (keyof Answers)[]).filter((question) => preview.questions.includes(question));
  if (asked.length === 0) return null;
  const answer = async (question: keyof Answers, text: string) => {
    const { [question]: _, ...others } = answers;
    const value = question === 'burden' ? Number(text) : question === 'shared' ? text === 'true' : text;
    const now = (text === '' ? others : { ...others, [question]: value }) as Answers;
    await ask('month.say', month, { ...preview.said, answers: now });
    await refreshPreview();
  };
  return (
    <fieldset>
      <legend>{texts.head}</legend>
      {asked.map((question) => (
        <label key={question}>
          {texts[question]}{' '}
          <select
            data-field={question}
            value={answers[question] === undefined ? '' : String(answers[question])}
            onChange={(event) => answer(question, event.currentTarget.value)}
          >
            <option value="">{texts.skip}</option>
            {options[question].map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      {asked.includes('burden') ? <p class="soft">{texts.burdenNote}</p> : null}
    </fieldset>
  );
}
