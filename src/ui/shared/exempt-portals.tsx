/** Lists the portals, so that the owner can mark them as exempt (安保/应急, security and emergency). */
import { usePageContext, useTexts } from '../page-context.ts';
import { AnswerCard } from './answer-card.tsx';
import { useAnswer } from './use-answer.ts';

export function ExemptPortals() {
  const { ask, state, names, language } = usePageContext();
  const texts = useTexts('sites');
  const systems = useAnswer(() => ask('systems.read'), [ask, state]);
  return (
    <fieldset>
      <legend>{texts.exempt}</legend>
      <p class="soft">{texts.exemptNote}</p>
      <AnswerCard answer={systems} inCard>
        {(all, reload) =>
          all.length === 0 ? (
            <p>{texts.exemptNone}</p>
          ) : (
            all.map(({ host, exempt }) => (
              <label key={host} class="tick">
                <input
                  type="checkbox"
                  data-exempt={host}
                  checked={exempt}
                  onChange={(e) => ask('system.write', host, { exempt: e.currentTarget.checked }).then(reload)}
                />
                <span>{names[host]?.[language] ?? host}</span>
              </label>
            ))
          )
        }
      </AnswerCard>
    </fieldset>
  );
}
