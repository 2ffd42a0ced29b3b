/** Shows links that change the unit of the period, and links to the previous and the next period. */
import { usePageContext, useTexts } from '../page-context.ts';
import { periodOf, routeHash, step, units } from '../route.ts';
import { periodName } from './parts/period-name.ts';
import type { TabProps } from './tabs/tab-props.ts';

export function PeriodNav({ route }: TabProps) {
  const { language, state } = usePageContext();
  const texts = useTexts('dashboard');
  const { to } = periodOf(route.unit, route.day);
  const name = periodName(route, language);
  return (
    <nav class="period" aria-label={texts.period}>
      <span class="units">
        {units.map((unit) => (
          <a key={unit} href={routeHash({ ...route, unit })} aria-current={unit === route.unit ? 'true' : undefined}>
            {texts.units[unit]}
          </a>
        ))}
      </span>
      <span class="steps">
        <a href={routeHash(step(route, -1))} aria-label={texts.before}>
          ‹
        </a>
        <span class="shown" aria-live="polite">
          {name}
        </span>
        <a
          href={routeHash(step(route, 1))}
          aria-label={texts.after}
          aria-disabled={to >= state.today ? 'true' : undefined}
        >
          ›
        </a>
        <a href={routeHash({ ...route, day: state.today })}>{texts.today}</a>
      </span>
    </nav>
  );
}
