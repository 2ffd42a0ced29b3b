/** The file itself, with its size and check code unless these stand elsewhere; or that there is none. */
import type { MonthPreview } from '../../../messages.ts';
import { useTexts } from '../../page-context.ts';
import { wizard } from '../../strings/wizard.ts';

export function FileBox({ preview, plain = false }: { preview: MonthPreview; plain?: boolean }) {
  const { check } = useTexts(wizard);
  const { bytes, size, code } = preview;
  return (
    <div>
      <h3>{check.bytes}</h3>
      {bytes === null || code === null ? (
        <p data-nothing>{check.nothing}</p>
      ) : (
        <>
          {plain ? null : (
            <p class="soft">
              {check.exact} · {check.size(size)} · <span data-code={code}>{check.code(code)}</span>
            </p>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a file longer than its box is scrolled by keys too */}
          <pre class="file" data-bytes tabIndex={0}>
            {bytes}
          </pre>
        </>
      )}
    </div>
  );
}
