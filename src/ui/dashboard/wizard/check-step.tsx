/** Every line with its meaning, to be searched, taken out and put back; beside it the file as it will be saved. */
import { useState } from 'preact/hooks';
import type { Study } from '../../../core/report/studies.ts';
import type { MonthPreview } from '../../../messages.ts';
import { useTexts } from '../../page-context.ts';
import { phoneNames } from '../../strings/phone.ts';
import { screens } from '../../strings/screens.ts';
import { wizard } from '../../strings/wizard.ts';
import type { ExportChoices } from './export-choices.ts';
import { FileBox } from './file-preview.tsx';
import { Questions } from './report-questions.tsx';
import { fieldWords, valueWords } from './report-texts.ts';
import { RiskBox } from './risk-panel.tsx';

interface Props {
  readonly preview: MonthPreview;
  readonly chosen: ExportChoices;
  readonly change: (more: Partial<ExportChoices>) => void;
  readonly look: () => Promise<void>;
  readonly studies: readonly Study[];
  readonly toSeal: () => void;
}

export function CheckStep({ preview, chosen, change, look, studies, toSeal }: Props) {
  const texts = useTexts(wizard);
  const shared = useTexts(screens);
  const phone = useTexts(phoneNames);
  const [search, setSearch] = useState('');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [history, setHistory] = useState<readonly (readonly string[])[]>([]);
  const locked = preview.lock !== null;
  const { check } = texts;
  const remove = (paths: readonly string[]) => {
    setHistory([...history, chosen.removed]);
    setTicked([]);
    change({ removed: [...new Set([...chosen.removed, ...paths])] });
  };
  const undo = () => {
    change({ removed: history.at(-1) ?? [] });
    setHistory(history.slice(0, -1));
  };
  const rows = preview.lines
    .map((line) => ({ line, ...fieldWords(line, texts), value: valueWords(line, texts, shared, phone) }))
    .filter(({ line, name, value }) => `${name} ${value} ${line.path}`.toLowerCase().includes(search.toLowerCase()));
  const gone = preview.removed.filter((path) => preview.lines.some((line) => line.path === path && line.removable));
  const { report } = preview;
  const empty = report?.level === 'standard' && report.drawn !== 'overview' && report.slips.length === 0;
  return (
    <>
      {preview.partial ? <p class="notice">{texts.months.running}</p> : null}
      {preview.differs ? <p class="notice">{check.differs}</p> : null}
      {empty && gone.length === 0 ? <p class="notice">{check.empty(texts.parts[report.drawn ?? 'overview'])}</p> : null}
      {locked ? null : <Questions preview={preview} month={chosen.month?.month ?? ''} look={look} />}
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
              disabled={locked || ticked.length === 0}
              onClick={() => remove(ticked)}
            >
              {check.removeSelected}
            </button>
            <span role="status">
              {gone.length === 0 ? null : check.removed(gone.length)}{' '}
              {history.length === 0 || locked ? null : (
                <button type="button" class="plain" data-action="undo-lines" onClick={undo}>
                  {check.undo}
                </button>
              )}
            </span>
          </p>
          <table class="lines-of">
            <thead>
              <tr>
                <th>
                  <span class="hidden">{check.select}</span>
                </th>
                <th>{check.field}</th>
                <th>{check.value}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ line, name, note, value }) => {
                const out = gone.includes(line.path);
                return (
                  <tr key={line.path} class={out ? 'gone' : undefined} data-line={line.path}>
                    <td>
                      {line.removable ? (
                        <input
                          type="checkbox"
                          aria-label={`${check.select} ${name}`}
                          disabled={locked || out}
                          checked={ticked.includes(line.path)}
                          onChange={(event) =>
                            setTicked(
                              event.currentTarget.checked
                                ? [...ticked, line.path]
                                : ticked.filter((path) => path !== line.path),
                            )
                          }
                        />
                      ) : (
                        <span class="soft fixed">{check.fixed}</span>
                      )}
                    </td>
                    <td>
                      {/* The number of the card is that of the report, whatever part was drawn. */}
                      <span class="soft">
                        {
                          texts.records[
                            line.path === 'card.id' ? 'report' : (line.record as keyof typeof texts.records)
                          ]
                        }
                      </span>{' '}
                      {name}
                      {note === '' ? null : <div class="soft">{note}</div>}
                    </td>
                    <td class={/^\S{24,}$/.test(value) ? 'code' : undefined}>
                      {value}
                      {out ? <span class="hidden"> {check.wasRemoved}</span> : null}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        <FileBox preview={preview} />
      </div>
      <RiskBox preview={preview} chosen={chosen} change={change} remove={remove} studies={studies} toSeal={toSeal} />
    </>
  );
}
