/**
 * The choice between a plain file and a file that is sealed for a study. The owner pastes the text of a study once;
 * then the study is listed by its name.
 */
import { useState } from 'preact/hooks';
import type { Study } from '../../../core/report/studies.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import type { ExportChoices } from './export-choices.ts';

interface Props {
  readonly choices: ExportChoices;
  readonly change: (changed: Partial<ExportChoices>) => void;
  readonly studies: readonly Study[];
  readonly reload: () => Promise<void>;
}

export function RecipientChoice({ choices, change, studies, reload }: Props) {
  const { ask } = usePageContext();
  const texts = useTexts('monthExport').hand;
  const [text, setText] = useState('');
  const [isInvalid, setInvalid] = useState(false);
  const isClosed = choices.month?.closed === true;
  const addStudy = async () => {
    try {
      const { name } = await ask('study.add', text);
      setText('');
      setInvalid(false);
      await reload();
      if (isClosed) change({ study: name });
    } catch {
      setInvalid(true); // A message below the box explains it.
    }
  };
  const remove = async (name: string) => {
    await ask('study.remove', name);
    change({ study: null });
    await reload();
  };
  return (
    <fieldset class="choices">
      <legend>{texts.head}</legend>
      <p class="soft">{isClosed ? texts.office : texts.notRunning}</p>
      {studies.length === 0 ? (
        <p>{texts.onlyOpen}</p>
      ) : (
        <label>
          <input type="radio" name="study" checked={choices.study === null} onChange={() => change({ study: null })} />
          {texts.open}
        </label>
      )}
      {studies.map(({ name }) => (
        <div key={name}>
          <label class="inline">
            <input
              type="radio"
              name="study"
              disabled={!isClosed}
              checked={choices.study === name}
              onChange={() => change({ study: name })}
            />
            {texts.sealed(name)}
          </label>
          <button type="button" class="plain small" onClick={() => remove(name)}>
            {texts.remove(name)}
          </button>
        </div>
      ))}
      <details>
        <summary>{texts.add}</summary>
        <label>
          {texts.paste}
          <textarea
            class="paste"
            rows={3}
            maxLength={500}
            data-field="study"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        {isInvalid ? <p role="alert">{texts.bad}</p> : null}
        <button type="button" class="plain" data-action="keep-study" disabled={text.trim() === ''} onClick={addStudy}>
          {texts.keep}
        </button>
      </details>
    </fieldset>
  );
}
