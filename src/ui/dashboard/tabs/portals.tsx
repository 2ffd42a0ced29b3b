/** Every portal of the period, what it is for, and the forms it asked for. */
import { useState } from 'preact/hooks';
import type { DaySummary, Purpose } from '../../../core/days/day-summary.ts';
import { purposes } from '../../../core/days/day-summary.ts';
import * as format from '../../figures/format.ts';
import { kindName } from '../../figures/names.ts';
import { periodTotals, type SystemTotal, type Totals } from '../../figures/period-totals.ts';
import { usePageContext, useTexts } from '../../page-context.ts';
import { overview } from '../../strings/overview.ts';
import { portalWords } from '../../strings/portals.ts';
import { purposeWords } from '../../strings/purposes.ts';
import { AnswerCard } from '../parts/answer-card.tsx';
import { EmptyPeriod } from '../parts/empty-period.tsx';
import { LowerBoundNote } from '../parts/lower-bound-note.tsx';
import { PortalName } from '../parts/portal-name.tsx';
import { PortalTable } from '../parts/portal-table.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { useDays } from '../parts/use-days.ts';
import type { TabProps } from './tab-props.ts';

export function Portals({ route }: TabProps) {
  const days = useDays(route);
  return (
    <AnswerCard answer={days}>{(there) => (there.length === 0 ? <EmptyPeriod /> : <Parts days={there} />)}</AnswerCard>
  );
}

function Parts({ days }: { days: readonly DaySummary[] }) {
  const { save, language } = usePageContext();
  const texts = useTexts(portalWords);
  const heads = useTexts(overview);
  const [open, setOpen] = useState<string | null>(null);
  const totals = periodTotals(days);
  const system = totals.systems.find((s) => s.id === open);
  const csv = () => {
    const head = [heads.portal, texts.kind, heads.time, heads.after, heads.entries, heads.submissions, heads.acts];
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
        <h2>{texts.portals}</h2>
        <p class="soft">{texts.open}</p>
        <PortalTable totals={totals} open={(s) => setOpen(s.id === open ? null : s.id)} />
        <p />
        <button type="button" class="plain no-print" data-action="csv-portals" onClick={csv}>
          {texts.csv}
        </button>
      </section>
      {system === undefined ? null : <Detail system={system} />}
      <Forms totals={totals} />
      <LowerBoundNote />
    </>
  );
}

function Detail({ system }: { system: SystemTotal }) {
  const { ask, language, refresh, toast, removed, names: shown } = usePageContext();
  const texts = useTexts(portalWords);
  const names = useTexts(purposeWords).purposes;
  const heads = useTexts(overview);
  const known = useAnswer(() => ask('systems.read'), [ask, system.id, system.purpose]);
  const info = known.status === 'ready' ? known.value.find((s) => s.host === system.id) : undefined;
  const write = async (change: { purpose?: Purpose | null; exempt?: boolean }) => {
    await ask('system.write', system.id, change);
    await refresh();
    toast(texts.purposeSaved);
  };
  const erase = () => removed(texts.erased(shown[system.id]?.[language] ?? system.id), ask('system.erase', system.id));
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
        <dt>{texts.unattended}</dt>
        <dd>{format.duration(system.unattendedMs, language)}</dd>
        <dt>{texts.days}</dt>
        <dd>{texts.daysOf(format.number(system.days, language))}</dd>
        <dt>{texts.visits}</dt>
        <dd>{texts.timesOf(format.number(system.visits, language))}</dd>
      </dl>
      {info === undefined ? null : (
        <label class="tick">
          <input type="checkbox" checked={info.exempt} onChange={(e) => write({ exempt: e.currentTarget.checked })} />
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

function Forms({ totals }: { totals: Totals }) {
  const { language, names } = usePageContext();
  const texts = useTexts(portalWords);
  const { submissions } = totals;
  const n = (value: number) => format.number(value, language);
  return (
    <section class="card">
      <h2>{texts.forms}</h2>
      {submissions.total + submissions.failed === 0 ? (
        <p>{texts.noForms}</p>
      ) : (
        <p>
          {texts.attempt({
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
          <p class="soft">{texts.formsNote}</p>
          <ScrollRegion name={texts.forms}>
            <table class="blocks">
              <thead>
                <tr>
                  <th scope="col">{texts.form}</th>
                  <th scope="col" class="n">
                    {texts.submissions}
                  </th>
                  <th scope="col">{texts.on}</th>
                </tr>
              </thead>
              <tbody>
                {totals.families.map((family, i) => (
                  <tr key={family.id}>
                    <th scope="row">{texts.formName(i + 1)}</th>
                    <td class="n" data-name={texts.submissions}>
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
          </ScrollRegion>
        </>
      )}
    </section>
  );
}
