/**
 * The actions for one item of the ledger of repeats: the owner can merge it into another item, mark it as not repeated,
 * or hide it. Each action can be undone. No action changes the counts of the ledger.
 */
import type { RepeatLine } from '../../../core/forms/repeat-ledger.ts';
import type { RepeatView } from '../../../core/settings.ts';
import { repeatItemId } from '../../figures/repeat-view.ts';
import { usePageContext, useTexts } from '../../page-context.ts';

interface ActionProps {
  readonly line: RepeatLine;
  /** The items of the ledger, into which this item can be merged. */
  readonly lines: readonly RepeatLine[];
  readonly nameOf: (line: RepeatLine) => string;
}

/** Draws the controls for these actions. */
export function RepeatActions({ line, lines, nameOf }: ActionProps) {
  const { settings, change, toast } = usePageContext();
  const texts = useTexts('repeats');
  const view = settings.repeatView;
  const item = repeatItemId(line);
  const changeView = async (next: Partial<RepeatView>, message: string) => {
    await change({ repeatView: { ...view, ...next } });
    toast(message, () => change({ repeatView: view }));
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
            if (into !== '') void changeView({ merged: { ...view.merged, [item]: into } }, texts.merged);
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
          changeView(
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
        onClick={() => changeView({ hidden: [...view.hidden, item] }, texts.hiddenOne(nameOf(line)))}
      >
        {texts.hide}
      </button>
    </div>
  );
}

/** Shows how many items are merged, marked or hidden, and a button that undoes all these actions. */
export function RepeatReset() {
  const { settings, change } = usePageContext();
  const texts = useTexts('repeats');
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
