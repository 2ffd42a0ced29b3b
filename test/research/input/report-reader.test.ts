/** The door's memory of verdicts answers what the rule itself answers, whatever was read before. */
import { expect, it } from 'vitest';
import { fileText, lineText } from '../../../src/research/format/canonical-text.ts';
import { Door, type Ids, readSlowly } from '../../../src/research/input/report-reader.ts';
import { seeded } from '../../../src/research/simulation/random.ts';
import { noTruth, simulate } from '../../../src/research/simulation/simulate.ts';
import { mutate } from '../support/mutate.ts';

const study = { seed: 3, month: '2026-03', level: 'mixed', e: 7, perCluster: 0, icc: 0 } as const;
const texts = [...simulate({ ...study, reports: 1500 }, noTruth())].map(({ report }, i) =>
  i % 2 === 0 ? fileText(report) : lineText(report),
);
const emptyIds = (): Ids => ({ words: new Uint32Array(24), count: 0 });
const verdict = (read: (ids: Ids) => unknown, ids: Ids) => {
  try {
    const accepted = read(ids);
    return { accepted, ids: [...ids.words.subarray(0, 4 * ids.count)] };
  } catch (trouble) {
    return { refused: (trouble as Error).message };
  }
};

it('says of every text, whole or damaged, what the long way says', () => {
  const random = seeded(17);
  const door = new Door();
  let taken = 0;
  let refused = 0;
  for (let i = 0; i < 6000; i++) {
    const whole = texts[random.below(texts.length)] as string;
    const other = texts[random.below(texts.length)] as string;
    const text =
      random.below(3) === 0 ? mutate(random, Buffer.from(whole), Buffer.from(other)).toString('utf8') : whole;
    const quick = verdict(() => door.read(text), door.ids);
    const ids = emptyIds();
    expect(quick, text).toEqual(verdict(() => readSlowly(text, ids), ids));
    if ('refused' in quick) refused++;
    else taken++;
  }
  expect(taken).toBeGreaterThan(3000);
  expect(refused).toBeGreaterThan(500);
  // Most went the short way, or this test says nothing of it.
  expect(door.slow).toBeLessThan(4500);
});

it('refuses the id of a card that stands in its slip too, also when the pieces are known', () => {
  const withSlip = texts.filter((text) => text.split('"id"').length === 3);
  const door = new Door();
  for (const text of withSlip) door.read(text);
  const before = door.slow;
  for (const text of withSlip.slice(0, 50)) {
    const [first = '', second = ''] = [...text.matchAll(/"id": ?"([0-9a-f]{32})"/g)].map((found) => found[1] as string);
    expect(() => door.read(text.replace(second, first))).toThrow('the same id stands twice in it');
  }
  expect(door.slow).toBe(before);
});
