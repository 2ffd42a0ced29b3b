/** States that the figures above are a lower bound. Use it only below figures. */
import { useTexts } from '../../page-context.ts';

export function LowerBoundNote() {
  const { lowerBound } = useTexts('screens');
  return <footer class="soft">{lowerBound}</footer>;
}
