/**
 * The third step of the wizard: every line of the report with its meaning. Lines can be searched, removed and restored;
 * beside them is the file exactly as it will be saved.
 */
import { useState } from 'preact/hooks';
import { drawsOnePart } from '../../../core/report/report-format.ts';
import type { Study } from '../../../core/report/studies.ts';
import type { MonthPreview } from '../../../messages.ts';
import { useTexts } from '../../page-context.ts';
import type { ExportChoices } from './export-choices.ts';
import { FilePreview } from './file-preview.tsx';
import { ReportLineTable } from './report-line-table.tsx';
import { ReportQuestions } from './report-questions.tsx';
import { fieldTexts, valueText } from './report-texts.ts';
import { RiskPanel } from './risk-panel.tsx';

interface Props {
  readonly preview: MonthPreview;
  readonly choices: ExportChoices;
  readonly change: (changed: Partial<ExportChoices>) => void;
  readonly refreshPreview: () => Promise<void>;
  readonly studies: readonly Study[];
  readonly chooseRecipient: () => void;
}

export function CheckStep({ preview, choices, change, refreshPreview, studies, chooseRecipient }: Props) {
  const texts = useTexts('monthExport');
  const shared = useTexts('screens');
  const phone = useTexts('phone');
  const [search, setSearch] = useState('');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [history, setHistory] = useState<readonly (readonly string[])[]>([]);
  const isLocked = preview.lock !== null;
  const { check } = texts;
  const remove = (paths: readonly string[]) => {
    setHistory([...history, choices.removed]);
    setTicked([]);
    change({ removed: [...new Set([...choices.removed, ...paths])] });
  };
  const undo = () => {
    change({ removed: history.at(-1) ?? [] });
    setHistory(history.slice(0, -1));
  };
  const rows = preview.lines
    .map((line) => ({ line, ...fieldTexts(line, texts), value: valueText(line, texts, shared, phone) }))
    .filter(({ line, name, value }) => `${name} ${value} ${line.path}`.toLowerCase().includes(search.toLowerCase()));
  const removedPaths = preview.removed.filter((path) =>
    preview.lines.some((line) => line.path === path && line.removable),
  );
  const { report } = preview;
  const isEmpty =
    report !== null && drawsOnePart(report.level) && report.drawn !== 'overview' && report.slips.length === 0;
  return (
    <>
      {preview.partial ? <p class="notice">{texts.months.running}</p> : null}
      {preview.differs ? <p class="notice">{check.differs}</p> : null}
      {isEmpty && removedPaths.length === 0 ? (
        <p class="notice">{check.empty(texts.parts[report.drawn ?? 'overview'])}</p>
      ) : null}
      {isLocked ? null : (
        <ReportQuestions preview={preview} month={choices.month?.month ?? ''} refreshPreview={refreshPreview} />
      )}
      <div class="both">
        <div>
          <h3>{check.lines}</h3>
          <p class="soft">{check.needed}</p>
          <p class="tools">
            <label>
              {check.search}{' '}
              <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
            </label>
            <button
              type="button"
              class="plain"
              data-action="remove-lines"
              disabled={isLocked || ticked.length === 0}
              onClick={() => remove(ticked)}
            >
              {check.removeSelected}
            </button>
            <span role="status">
              {removedPaths.length === 0 ? null : check.removed(removedPaths.length)}{' '}
              {history.length === 0 || isLocked ? null : (
                <button type="button" class="plain" data-action="undo-lines" onClick={undo}>
                  {check.undo}
                </button>
              )}
            </span>
          </p>
          <ReportLineTable
            rows={rows}
            removed={removedPaths}
            ticked={ticked}
            setTicked={setTicked}
            isLocked={isLocked}
          />
        </div>
        <FilePreview preview={preview} />
      </div>
      <RiskPanel
        preview={preview}
        choices={choices}
        change={change}
        remove={remove}
        studies={studies}
        chooseRecipient={chooseRecipient}
      />
    </>
  );
}
