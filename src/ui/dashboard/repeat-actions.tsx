/** What the owner may say of one item: shown with another, no repeat, not shown. Each can be taken back. */
import type { RepeatLine } from '../../core/forms/repeat-ledger.ts';
import type { RepeatView } from '../../core/settings.ts';
import { itemOf } from '../figures/repeat-view.ts';
import { useShell, useWords } from '../page-context.ts';
import { repeatWords } from '../strings/repeats.ts';

interface ActionProps {
  readonly line: RepeatLine;
  /** All that it could be merged into. */
  readonly lines: readonly RepeatLine[];
  readonly nameOf: (line: RepeatLine) => string;
}

export function RepeatActions({ line, lines, nameOf }: ActionProps) {
  const { settings, change, toast } = useShell();
  const words = useWords(repeatWords);
  const view = settings.repeatView;
  const item = itemOf(line);
  const write = async (next: Partial<RepeatView>, said: string) => {
    await change({ repeatView: { ...view, ...next } });
    toast(said, () => change({ repeatView: view }));
  };
  const isApart = view.apart.includes(item);
  return (
    <div class="tools no-print">
      <label>
        {words.merge}
        <select
          value=""
          data-action="merge"
          onChange={(e) => {
            const into = e.currentTarget.value;
            if (into !== '') void write({ merged: { ...view.merged, [item]: into } }, words.merged);
          }}
        >
          <option value="">{words.choose}</option>
          {lines
            .filter((other) => itemOf(other) !== item && other.fieldKind !== null)
            .map((other) => (
              <option key={itemOf(other)} value={itemOf(other)}>
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
            isApart ? words.apartOff : words.apartOn,
          )
        }
      >
        {words.apart}
      </button>
      <button
        type="button"
        class="plain"
        data-action="hide"
        onClick={() => write({ hidden: [...view.hidden, item] }, words.hiddenOne(nameOf(line)))}
      >
        {words.hide}
      </button>
    </div>
  );
}

/** How many items are shown otherwise than they were counted, and the way back. */
export function RepeatReset() {
  const { settings, change } = useShell();
  const words = useWords(repeatWords);
  const { hidden, apart, merged } = settings.repeatView;
  const count = hidden.length + apart.length + Object.keys(merged).length;
  if (count === 0) return null;
  return (
    <p class="soft no-print">
      {words.arranged(count)}{' '}
      <button
        type="button"
        class="link"
        data-action="reset-view"
        onClick={() => change({ repeatView: { hidden: [], apart: [], merged: {} } })}
      >
        {words.reset}
      </button>
    </p>
  );
}
