import { useEffect, useState } from 'preact/hooks';
import type { DaySummary } from '../../../core/summary.ts';
import { Headline } from '../../figures.tsx';
import { periodOf } from '../../route.ts';
import { useShell } from '../../shell.ts';
import type { ScreenProps } from '../dashboard.tsx';

export function Overview({ route }: ScreenProps) {
  const { ask } = useShell();
  const [days, setDays] = useState<readonly DaySummary[] | null>(null);
  const { from, to } = periodOf(route.unit, route.day);
  useEffect(() => {
    ask('days.read', from, to).then(setDays);
  }, [ask, from, to]);
  return days === null ? null : <Headline days={days} />;
}
