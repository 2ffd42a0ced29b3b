/**
 * `npm run reidentify`: can a month report be traced to whoever gave it? 100,000 made-up people (people.ts), reports
 * made by the code that ships, and attackers who get whole files. `-- --roster` tests stored digests against a list of
 * names' numbers instead; `-- --priors` writes the shares that the risk box compares with. Prints a table, writes out/reidentify.json; exit 1 when strangers can tell more than promised.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildReport } from '../../src/core/report/build-report.ts';
import { candidatesOf } from '../../src/core/report/month-figures.ts';
import { extendDraws, firstDraws } from '../../src/core/report/random-draws.ts';
import type { MonthReport, ReportLevel } from '../../src/core/report/report-format.ts';
import { type Finding, knowsHabits, knowsHours, nearest, type Subject, sameFiles } from './attacks.ts';
import { openOffice, openPerson } from './people.ts';
import { priorsOf } from './priors.ts';
import { chanceFrom } from './random.ts';
import { rosterTrial } from './roster.ts';
import { sealedSizes } from './sealed.ts';

const people = 100_000;
const groupSizes = [8, 15, 50] as const;
/** Promised for strangers at these levels (docs/privacy-model.md). */
const bound = { levels: ['least', 'standard'], unique: 0.005, classBelow10: 0.02 };

const withoutIds = ({ drawn, card, slips }: MonthReport & { drawn?: unknown }): string => {
  const { id: _, ...rest } = card;
  return JSON.stringify([drawn, rest, slips.map(({ id: __, month: ___, ...slip }) => slip)]);
};

/** Everybody's file of one level. The same seed draws the same people for each. */
function fileOfEach(level: ReportLevel, asked: boolean, seed: number): Subject[] {
  const chance = chanceFrom(seed);
  const dice = chanceFrom(seed + 1);
  const subjects: Subject[] = [];
  for (let number = 0; subjects.length < people; number++) {
    const office = openOffice(chance);
    for (let n = 0; n < 50 && subjects.length < people; n++) {
      const person = openPerson(office, number, chance);
      const draws = extendDraws(firstDraws(dice.below), candidatesOf(person.figures), dice.below);
      const base = {
        month: '2026-03',
        partial: false,
        e: 7,
        catalogueVersion: 1,
        figures: person.figures,
        ledgerAgeDays: person.ageDays,
        lastAttentionMs: person.lastAttentionMs,
        draws,
      } as const;
      const said = asked ? { ...person.said, ...person.study } : person.said;
      const report = buildReport({ ...base, level, statements: said });
      const { card } = buildReport({ ...base, level: 'least', statements: {} });
      subjects.push({
        office: number,
        file: withoutIds(report),
        report,
        hours: person.figures.attentionMs / 3_600_000,
        attention: String(card.attention),
        tier: person.tier,
        seen: person.systems.slice(0, 3).map((system) => system.split('/')[0] ?? ''),
      });
    }
  }
  return subjects;
}

/** Groups of colleagues, all of whom hand in a file. */
function groupsOf(subjects: readonly Subject[], size: number): Subject[][] {
  const offices = new Map<number, Subject[]>();
  for (const s of subjects) offices.set(s.office, [...(offices.get(s.office) ?? []), s]);
  return [...offices.values()].filter((office) => office.length >= size).map((office) => office.slice(0, size));
}

function attacksOn(level: string, subjects: readonly Subject[]): Finding[] {
  const whole = { level, groupSize: people };
  return [
    { attack: 'same file, strangers', ...whole, ...sameFiles([subjects]) },
    { attack: 'one known figure, strangers', ...whole, ...nearest([subjects], knowsHours, 1000) },
    { attack: 'three systems and hours, strangers', ...whole, ...nearest([subjects], knowsHabits, 1000) },
    ...groupSizes.flatMap((groupSize) => {
      const groups = groupsOf(subjects, groupSize);
      return [
        { attack: 'same file, known members', level, groupSize, ...sameFiles(groups) },
        { attack: 'one known figure, known members', level, groupSize, ...nearest(groups, knowsHours, groupSize) },
        {
          attack: 'three systems and hours, known members',
          level,
          groupSize,
          ...nearest(groups, knowsHabits, groupSize),
        },
      ];
    }),
  ];
}

async function main(): Promise<void> {
  mkdirSync('out', { recursive: true });
  if (process.argv.includes('--roster')) {
    const found = await rosterTrial();
    console.table(found);
    writeFileSync('out/reidentify-roster.json', `${JSON.stringify(found, null, 2)}\n`);
    return;
  }
  if (process.argv.includes('--priors')) {
    const told = [...fileOfEach('least', true, 1), ...fileOfEach('standard', false, 1)];
    writeFileSync(
      'src/data/report-priors.json',
      `${JSON.stringify(priorsOf(told.map(({ report }) => report)), null, 1)}\n`,
    );
    return;
  }
  const attacks: Finding[] = [];
  for (const [name, level, asked] of [
    ['least', 'least', false],
    ['standard', 'standard', false],
    ['noisy', 'noisy', false],
    ['least with region and post', 'least', true],
  ] as const)
    attacks.push(...attacksOn(name, fileOfEach(level, asked, 20_260_301)));
  attacks.push(...(await sealedSizes(groupSizes)));
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  console.table(
    attacks.map((a) => ({
      level: a.level,
      attack: a.attack,
      group: a.groupSize,
      unique: percent(a.unique),
      'class < 10': percent(a.classBelow10),
      're-identified': percent(a.reidentified),
    })),
  );
  writeFileSync('out/reidentify.json', `${JSON.stringify({ people, attacks }, null, 2)}\n`);
  const broken = attacks.filter(
    (a) =>
      a.attack === 'same file, strangers' &&
      bound.levels.includes(a.level) &&
      (a.unique > bound.unique || a.classBelow10 > bound.classBelow10),
  );
  for (const a of broken) console.error(`Promise broken: level "${a.level}" among strangers`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

await main();
