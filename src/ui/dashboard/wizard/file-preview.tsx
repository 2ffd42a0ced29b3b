/** Shows the exact content of the file with its size and check code, or a note that there is no file. */
import type { MonthPreview } from '../../../messages.ts';
import { useTexts } from '../../page-context.ts';

export function FilePreview({ preview, hideDetails = false }: { preview: MonthPreview; hideDetails?: boolean }) {
  const { check } = useTexts('monthExport');
  const { bytes, size, code } = preview;
  return (
    <div>
      <h3>{check.bytes}</h3>
      {bytes === null || code === null ? (
        <p data-nothing>{check.nothing}</p>
      ) : (
        <>
          {hideDetails ? null : (
            <p class="soft">
              {check.exact} · {check.size(size)} · <span data-code={code}>{check.code(code)}</span>
            </p>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll a file that is longer than its box */}
          <pre class="file" data-bytes tabIndex={0}>
            {bytes}
          </pre>
        </>
      )}
    </div>
  );
}
