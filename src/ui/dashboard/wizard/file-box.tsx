import type { MonthPreview } from '../../../messages.ts';
import { useWords } from '../../shell.ts';
import { wizard } from '../../strings/wizard.ts';

/** The file itself, with its size and check code; or that there is none. */
export function FileBox({ preview }: { preview: MonthPreview }) {
  const { check } = useWords(wizard);
  const { bytes, size, code } = preview;
  return (
    <div>
      <h3>{check.bytes}</h3>
      {bytes === null || code === null ? (
        <p data-nothing>{check.nothing}</p>
      ) : (
        <>
          <p class="soft">
            {check.exact} · <span data-size>{check.size(size)}</span> · <span data-code={code}>{check.code(code)}</span>
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a file longer than its box is scrolled by keys too */}
          <pre class="file" data-bytes tabIndex={0}>
            {bytes}
          </pre>
        </>
      )}
    </div>
  );
}
