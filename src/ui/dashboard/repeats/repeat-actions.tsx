/** What the owner may say of one item: shown with another, no repeat, not shown. Each can be taken back. */
import type { RepeatLine } from '../../../core/forms/repeat-ledger.ts';
import type { RepeatView } from '../../../core/settings.ts';
import { repeatItemId } from '../../figures/repeat-view.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { repeatWords } from '../../strings/repeats.ts';

interface ActionProps {
  readonly line: RepeatLine;
  /** All that it could be merged into. */
  readonly lines: readonly RepeatLine[];
  readonly nameOf: (line: RepeatLine) => string;
}

export function RepeatActions({ line, lines, nameOf }: ActionProps) {
  const { settings, change, toast } = usePageContext();
  const texts = useTexts(repeatWords);
  const view = settings.repeatView;
  const item = repeatItemId(line);
  const write = async (next: Partial<RepeatView>, said: string) => {
    await change({ repeatView: { ...view, ...next } });
    toast(said, () => change({ repeatView: view }));
  };
  const isApart = view.apart.includes(item);
  return (
    <div class="tools no-print">
      <label>
        {texts.merge}
        <select
          value=""
          data-action="merge"
          onChange={(e) => {
            const into = e.currentTarget.value;
            if (into !== '') void write({ merged: { ...view.merged, [item]: into } }, texts.merged);
          }}
        >
          <option value="">{texts.choose}</option>
          {lines
            .filter((other) => repeatItemId(other) !== item && other.fieldKind !== null)
            .map((other) => (
              <option key={repeatItemId(other)} value={repeatItemId(other)}>
                {nameOf(other)}
              </option>
            ))}
        </select>
      </label>
      <button
        type="button"
        class="plain"
        data-action="apart"
        aria-pressed={isApart}
        onClick={() =>
          write(
            { apart: isApart ? view.apart.filter((other) => other !== item) : [...view.apart, item] },
            isApart ? texts.apartOff : texts.apartOn,
          )
        }
      >
        {texts.apart}
      </button>
      <button
        type="button"
        class="plain"
        data-action="hide"
        onClick={() => write({ hidden: [...view.hidden, item] }, texts.hiddenOne(nameOf(line)))}
      >
        {texts.hide}
      </button>
    </div>
  );
}

/** How many items are shown otherwise than they were counted, and the way back. */
export function RepeatReset() {
  const { settings, change } = usePageContext();
  const texts = useTexts(repeatWords);
  const { hidden, apart, merged } = settings.repeatView;
  const count = hidden.length + apart.length + Object.keys(merged).length;
  if (count === 0) return null;
  return (
    <p class="soft no-print">
      {texts.arranged(count)}{' '}
      <button
        type="button"
        class="link"
        data-action="reset-view"
        onClick={() => change({ repeatView: { hidden: [], apart: [], merged: {} } })}
      >
        {texts.reset}
      </button>
    </p>
  );
}
