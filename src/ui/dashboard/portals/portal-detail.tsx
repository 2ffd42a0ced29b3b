/** Shows the kind, the purpose and the figures of one portal, and a button that deletes its records. */
import type { Purpose } from '../../../core/days/day-summary.ts';
import { purposes } from '../../../core/days/day-summary.ts';
import * as format from '../../figures/format.ts';
import { kindName } from '../../figures/names.ts';
import type { SystemTotal } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { PortalName } from '../parts/portal-name.tsx';

export function PortalDetail({ system }: { system: SystemTotal }) {
  const { ask, language, refresh, toast, removed, names: portalNames } = usePageContext();
  const texts = useTexts('portals');
  const purposeNames = useTexts('purposes').purposes;
  const heads = useTexts('overview');
  const systems = useAnswer(() => ask('systems.read'), [ask, system.id, system.purpose]);
  const info = systems.status === 'ready' ? systems.value.find((s) => s.host === system.id) : undefined;
  const change = async (choices: { purpose?: Purpose | null; exempt?: boolean }) => {
    await ask('system.write', system.id, choices);
    await refresh();
    toast(texts.purposeSaved);
  };
  const erase = () =>
    removed(texts.erased(portalNames[system.id]?.[language] ?? system.id), ask('system.erase', system.id));
  return (
    <section class="card" aria-label={texts.detail}>
      <h2>
        <PortalName host={system.id} />
      </h2>
      <dl class="rows">
        <dt>{texts.kind}</dt>
        <dd>{kindName(system.kind, language)}</dd>
        <dt>{texts.purpose}</dt>
        <dd>
          <select
            aria-label={texts.purpose}
            value={system.purpose}
            onChange={(e) => {
              const value = e.currentTarget.value;
              void change({ purpose: purposes.find((p) => p === value) ?? null });
            }}
          >
            {(['none', ...purposes] as const).map((p) => (
              <option key={p} value={p}>
                {purposeNames[p]}
              </option>
            ))}
          </select>
        </dd>
        <dt>{heads.time}</dt>
        <dd>{format.duration(system.attentionMs, language)}</dd>
        <dt>{texts.unattended}</dt>
        <dd>{format.duration(system.unattendedMs, language)}</dd>
        <dt>{texts.days}</dt>
        <dd>{texts.daysOf(format.number(system.days, language))}</dd>
        <dt>{texts.visits}</dt>
        <dd>{texts.timesOf(format.number(system.visits, language))}</dd>
      </dl>
      {info === undefined ? null : (
        <label class="tick">
          <input type="checkbox" checked={info.exempt} onChange={(e) => change({ exempt: e.currentTarget.checked })} />
          <span>{texts.exempt}</span>
        </label>
      )}
      <h3>{texts.erase}</h3>
      <p class="soft">{texts.eraseNote}</p>
      <button type="button" class="plain no-print" data-action="erase-portal" onClick={erase}>
        {texts.erase}
      </button>
    </section>
  );
}
