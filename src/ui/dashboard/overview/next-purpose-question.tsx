/** Asks for the purpose of the first portal that needs it; draws nothing if there is none. */
import { useEffect, useState } from 'preact/hooks';
import type { SystemInfo } from '../../../messages.ts';
import { usePageContext } from '../../page-context.ts';
import { asksPurpose } from '../../shared/asks-purpose.ts';
import { PurposeQuestion } from '../../shared/purpose-question.tsx';

export function NextPurposeQuestion() {
  const { ask, language, names, refresh } = usePageContext();
  const [system, setSystem] = useState<SystemInfo | null>(null);
  useEffect(() => {
    ask('systems.read').then(
      (all) => setSystem(all.find(asksPurpose) ?? null),
      () => {}, // The question is optional; it is asked another time.
    );
  }, [ask]);
  if (system === null) return null;
  return (
    <PurposeQuestion
      system={system}
      name={names[system.host]?.[language] ?? system.host}
      ask={ask}
      onAnswer={() => {
        setSystem(null);
        return refresh();
      }}
    />
  );
}
