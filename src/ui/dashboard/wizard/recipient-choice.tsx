/** Sealed or not, and for whom. A study's text is pasted in once and kept by name. */
import { useState } from 'preact/hooks';
import type { Study } from '../../../core/report/studies.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { wizard } from '../../strings/wizard.ts';
import type { ExportChoices } from './export-choices.ts';

interface Props {
  readonly chosen: ExportChoices;
  readonly change: (more: Partial<ExportChoices>) => void;
  readonly studies: readonly Study[];
  readonly again: () => Promise<void>;
}

export function HandOver({ chosen, change, studies, again }: Props) {
  const { ask } = usePageContext();
  const texts = useTexts(wizard).hand;
  const [text, setText] = useState('');
  const [bad, setBad] = useState(false);
  const closed = chosen.month?.closed === true;
  const keep = async () => {
    try {
      const { name } = await ask('study.add', text);
      setText('');
      setBad(false);
      await again();
      if (closed) change({ study: name });
    } catch {
      setBad(true); // which word was wrong is said beside the box
    }
  };
  const remove = async (name: string) => {
    await ask('study.remove', name);
    change({ study: null });
    await again();
  };
  return (
    <fieldset class="choices">
      <legend>{texts.head}</legend>
      <p class="soft">{closed ? texts.office : texts.notRunning}</p>
      {studies.length === 0 ? (
        <p>{texts.onlyOpen}</p>
      ) : (
        <label>
          <input type="radio" name="study" checked={chosen.study === null} onChange={() => change({ study: null })} />
          {texts.open}
        </label>
      )}
      {studies.map(({ name }) => (
        <div key={name}>
          <label class="inline">
            <input
              type="radio"
              name="study"
              disabled={!closed}
              checked={chosen.study === name}
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
        {bad ? <p role="alert">{texts.bad}</p> : null}
        <button type="button" class="plain" data-action="keep-study" disabled={text.trim() === ''} onClick={keep}>
          {texts.keep}
        </button>
      </details>
    </fieldset>
  );
}
