/**
 * An attack on sealed files. Without the key, an attacker can compare only the sizes of the files. The shipped code
 * seals the files.
 */
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { canonicalJson } from '../../src/core/canonical-json.ts';
import { seal } from '../../src/ui/dashboard/wizard/seal.ts';
import type { Finding } from './attacks.ts';

/** Seals files of different lengths and counts equal sizes. `groupSizes`: the numbers of files that are compared. */
export async function attackBySealedSize(groupSizes: readonly number[]): Promise<Finding[]> {
  const key = await identityToRecipient(await generateIdentity());
  const findings: Finding[] = [];
  for (const groupSize of groupSizes) {
    const sizes = new Map<number, number>();
    for (let i = 0; i < groupSize; i++) {
      const text = canonicalJson({ card: { id: `${i}`.padStart(32, '0'), more: 'x'.repeat(7 * i) } });
      const size = (await seal(text, key)).length;
      sizes.set(size, (sizes.get(size) ?? 0) + 1);
    }
    const share = (score: (n: number) => number) =>
      [...sizes.values()].reduce((sum, n) => sum + score(n), 0) / groupSize;
    findings.push({
      attack: 'size of the sealed file, known members',
      level: 'sealed',
      groupSize,
      unique: share((n) => (n === 1 ? 1 : 0)),
      classBelow10: share((n) => (n < 10 ? n : 0)),
      reidentified: share(() => 1),
    });
  }
  return findings;
}
