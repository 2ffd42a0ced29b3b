/** Every portal of the period, what it is for, and the forms it asked for. */
import { useState } from 'preact/hooks';
import type { DaySummary, Purpose } from '../../../core/days/day-summary.ts';
import { purposes } from '../../../core/days/day-summary.ts';
import * as format from '../../figures/format.ts';
import { kindName } from '../../figures/names.ts';
import { type SystemTotal, type Totals, totalsOf } from '../../figures/period-totals.ts';
import { useShell, useWords } from '../../page-context.ts';
import { overview } from '../../strings/overview.ts';
import { portalWords } from '../../strings/portals.ts';
import { purposeWords } from '../../strings/purposes.ts';
import { Empty, LowerBound, Part, useAnswer, useDays } from '../days.tsx';
import { PortalName, PortalTable } from '../portal-table.tsx';
import { Wide } from '../wide.tsx';
import type { ScreenProps } from './screen-props.ts';

export function Portals({ route }: ScreenProps) {
  const days = useDays(route);
  return <Part of={days}>{(there) => (there.length === 0 ? <Empty /> : <Parts days={there} />)}</Part>;
}

function Parts({ days }: { days: readonly DaySummary[] }) {
  const { save, language } = useShell();
  const words = useWords(portalWords);
  const heads = useWords(overview);
  const [open, setOpen] = useState<string | null>(null);
  const totals = totalsOf(days);
  const system = totals.systems.find((s) => s.id === open);
  const csv = () => {
    const head = [heads.portal, words.kind, heads.time, heads.after, heads.entries, heads.submissions, heads.acts];
    const rows = totals.systems.map((s) =>
      [
        s.id,
        kindName(s.kind, language),
        format.clock(s.attentionMs),
        format.clock(s.afterHoursMs),
        s.entries,
        s.submissions,
        s.acts,
      ]
        .map((value) => String(value).replaceAll(',', '，'))
        .join(','),
    );
    save('portals.csv', `\uFEFF${[head.join(','), ...rows].join('\r\n')}\r\n`);
  };
  return (
    <>
      <section class="card">
        <h2>{words.portals}</h2>
        <p class="soft">{words.open}</p>
        <PortalTable totals={totals} open={(s) => setOpen(s.id === open ? null : s.id)} />
        <p />
        <button type="button" class="plain no-print" data-action="csv-portals" onClick={csv}>
          {words.csv}
        </button>
      </section>
      {system === undefined ? null : <Detail system={system} />}
      <Forms totals={totals} />
      <LowerBound />
    </>
  );
}

function Detail({ system }: { system: SystemTotal }) {
  const { ask, language, refresh, toast, removed, names: shown } = useShell();
  const words = useWords(portalWords);
  const names = useWords(purposeWords).purposes;
  const heads = useWords(overview);
  const known = useAnswer(() => ask('systems.read'), [ask, system.id, system.purpose]);
  const info = known.at === 'there' ? known.value.find((s) => s.host === system.id) : undefined;
  const write = async (change: { purpose?: Purpose | null; exempt?: boolean }) => {
    await ask('system.write', system.id, change);
    await refresh();
    toast(words.purposeSaved);
  };
  const erase = () => removed(words.erased(shown[system.id]?.[language] ?? system.id), ask('system.erase', system.id));
  return (
    <section class="card" aria-label={words.detail}>
      <h2>
        <PortalName host={system.id} />
      </h2>
      <dl class="rows">
        <dt>{words.kind}</dt>
        <dd>{kindName(system.kind, language)}</dd>
        <dt>{words.purpose}</dt>
        <dd>
          <select
            aria-label={words.purpose}
            value={system.purpose}
            onChange={(e) => {
              const value = e.currentTarget.value;
              void write({ purpose: purposes.find((p) => p === value) ?? null });
            }}
          >
            {(['none', ...purposes] as const).map((p) => (
              <option key={p} value={p}>
                {names[p]}
              </option>
            ))}
          </select>
        </dd>
        <dt>{heads.time}</dt>
        <dd>{format.duration(system.attentionMs, language)}</dd>
        <dt>{words.unattended}</dt>
        <dd>{format.duration(system.unattendedMs, language)}</dd>
        <dt>{words.days}</dt>
        <dd>{words.daysOf(format.number(system.days, language))}</dd>
        <dt>{words.visits}</dt>
        <dd>{words.timesOf(format.number(system.visits, language))}</dd>
      </dl>
      {info === undefined ? null : (
        <label class="tick">
          <input type="checkbox" checked={info.exempt} onChange={(e) => write({ exempt: e.currentTarget.checked })} />
          <span>{words.exempt}</span>
        </label>
      )}
      <h3>{words.erase}</h3>
      <p class="soft">{words.eraseNote}</p>
      <button type="button" class="plain no-print" data-action="erase-portal" onClick={erase}>
        {words.erase}
      </button>
    </section>
  );
}

function Forms({ totals }: { totals: Totals }) {
  const { language, names } = useShell();
  const words = useWords(portalWords);
  const { submissions } = totals;
  const n = (value: number) => format.number(value, language);
  return (
    <section class="card">
      <h2>{words.forms}</h2>
      {submissions.total + submissions.failed === 0 ? (
        <p>{words.noForms}</p>
      ) : (
        <p>
          {words.attempt({
            sent: n(submissions.total),
            failed: n(submissions.failed),
            drafts: n(submissions.drafts),
            near: n(submissions.nearDuplicate),
            each: format.duration(submissions.ms / Math.max(1, submissions.total), language),
          })}
        </p>
      )}
      {totals.families.length === 0 ? null : (
        <>
          <p class="soft">{words.formsNote}</p>
          <Wide name={words.forms}>
            <table class="blocks">
              <thead>
                <tr>
                  <th scope="col">{words.form}</th>
                  <th scope="col" class="n">
                    {words.submissions}
                  </th>
                  <th scope="col">{words.on}</th>
                </tr>
              </thead>
              <tbody>
                {totals.families.map((family, i) => (
                  <tr key={family.id}>
                    <th scope="row">{words.formName(i + 1)}</th>
                    <td class="n" data-name={words.submissions}>
                      {n(family.submissions)}
                    </td>
                    <td>
                      <ul class="chips">
                        {family.systems.map((host) => (
                          <li key={host}>{names[host]?.[language] ?? host}</li>
                        ))}
                      </ul>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
        </>
      )}
    </section>
  );
}
