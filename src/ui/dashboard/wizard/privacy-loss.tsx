/**
 * Shows the privacy loss ε of the noisy reports that the owner saved in the past 365 days. ε adds up over months, and
 * each month has two noisy figures.
 */
import { useEffect, useState } from 'preact/hooks';
import { isPerturbed } from '../../../core/report/report-format.ts';
import type { ExportLogEntry } from '../../../messages.ts';
import { usePageContext, useTexts } from '../../page-context.ts';

export function PrivacyLoss() {
  const { ask, now } = usePageContext();
  const texts = useTexts('monthExport');
  const [saves, setSaves] = useState<readonly ExportLogEntry[]>([]);
  useEffect(() => {
    ask('saves.read').then(setSaves, () => setSaves([]));
  }, [ask]);
  const year = saves.filter((save) => isPerturbed(save.level) && now() - save.at < 365 * 86_400_000);
  const months = new Map(year.map((save) => [save.month, save.e]));
  const epsilon = [...months.values()].reduce((sum, e) => sum + 2 * Math.log(e), 0);
  return <p class="soft">{texts.noiseAccount(months.size, epsilon.toFixed(1))}</p>;
}
