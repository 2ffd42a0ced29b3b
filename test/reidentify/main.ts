/**
 * `npm run reidentify`: measures whether month reports can be traced to their senders. 100,000 invented people
 * (people.ts) send reports made by the shipped code, and attackers get the whole files. Prints a table, writes
 * out/reidentify.json and exits with 1 when strangers can learn more than docs/privacy-model.md promises. `-- --roster`
 * instead tests stored digests against a list of telephone numbers. `-- --priors` writes the shares that the wizard's
 * risk estimate uses.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildReport } from '../../src/core/report/build-report.ts';
import { extendDraws, firstDraws } from '../../src/core/report/draws/random-draws.ts';
import { candidatesOf } from '../../src/core/report/month-figures.ts';
import type { MonthReport, ReportLevel } from '../../src/core/report/report-format.ts';
import { attackByBestMatch, attackBySameFile, type Finding, matchHabits, matchHours, type Subject } from './attacks.ts';
import { drawOffice, drawPerson } from './people.ts';
import { priorsOf } from './priors.ts';
import { chanceFrom } from './random.ts';
import { tryRoster } from './roster.ts';
import { attackBySealedSize } from './sealed.ts';

const people = 100_000;
const groupSizes = [8, 15, 50] as const;
/** The promise about strangers (docs/privacy-model.md), as shares of people. */
const promise = { levels: ['least', 'standard'], unique: 0.005, classBelow10: 0.02 };

const withoutIds = ({ drawn, card, slips }: MonthReport & { drawn?: unknown }): string => {
  const { id: _, ...rest } = card;
  return JSON.stringify([drawn, rest, slips.map(({ id: __, month: ___, ...slip }) => slip)]);
};

/**
 * Returns a file of this level from each person. The same seed gives the same people. With `statesStudyFields` the
 * people also state their region and post.
 */
function filesOfAll(level: ReportLevel, statesStudyFields: boolean, seed: number): Subject[] {
  const chance = chanceFrom(seed);
  const reportChance = chanceFrom(seed + 1);
  const subjects: Subject[] = [];
  for (let number = 0; subjects.length < people; number++) {
    const office = drawOffice(chance);
    for (let n = 0; n < 50 && subjects.length < people; n++) {
      const person = drawPerson(office, number, chance);
      const draws = extendDraws(firstDraws(reportChance.below), candidatesOf(person.figures), reportChance.below);
      const base = {
        month: '2026-03',
        partial: false,
        e: 7,
        catalogueVersion: 1,
        figures: person.figures,
        ledgerAgeDays: person.ageDays,
        previousAttentionMs: person.previousAttentionMs,
        draws,
      } as const;
      const statements = statesStudyFields ? { ...person.statements, ...person.studyFields } : person.statements;
      const report = buildReport({ ...base, level, statements });
      const { card } = buildReport({ ...base, level: 'least', statements: {} });
      subjects.push({
        office: number,
        file: withoutIds(report),
        report,
        hours: person.figures.attentionMs / 3_600_000,
        attention: String(card.attention),
        tier: person.tier,
        knownKinds: person.systems.slice(0, 3).map((system) => system.split('/')[0] ?? ''),
      });
    }
  }
  return subjects;
}

/** Returns groups of colleagues of one office. Everyone in a group sends a file. */
function groupsOf(subjects: readonly Subject[], size: number): Subject[][] {
  const offices = new Map<number, Subject[]>();
  for (const subject of subjects) offices.set(subject.office, [...(offices.get(subject.office) ?? []), subject]);
  return [...offices.values()].filter((office) => office.length >= size).map((office) => office.slice(0, size));
}

function attacksOn(level: string, subjects: readonly Subject[]): Finding[] {
  const everyone = { level, groupSize: people };
  return [
    { attack: 'same file, strangers', ...everyone, ...attackBySameFile([subjects]) },
    { attack: 'one known figure, strangers', ...everyone, ...attackByBestMatch([subjects], matchHours, 1000) },
    { attack: 'three systems and hours, strangers', ...everyone, ...attackByBestMatch([subjects], matchHabits, 1000) },
    ...groupSizes.flatMap((groupSize) => {
      const groups = groupsOf(subjects, groupSize);
      return [
        { attack: 'same file, known members', level, groupSize, ...attackBySameFile(groups) },
        {
          attack: 'one known figure, known members',
          level,
          groupSize,
          ...attackByBestMatch(groups, matchHours, groupSize),
        },
        {
          attack: 'three systems and hours, known members',
          level,
          groupSize,
          ...attackByBestMatch(groups, matchHabits, groupSize),
        },
      ];
    }),
  ];
}

async function main(): Promise<void> {
  mkdirSync('out', { recursive: true });
  if (process.argv.includes('--roster')) {
    const found = await tryRoster();
    console.table(found);
    writeFileSync('out/reidentify-roster.json', `${JSON.stringify(found, null, 2)}\n`);
    return;
  }
  if (process.argv.includes('--priors')) {
    const senders = [...filesOfAll('least', true, 1), ...filesOfAll('standard', false, 1)];
    writeFileSync(
      'src/data/report-priors.json',
      `${JSON.stringify(priorsOf(senders.map(({ report }) => report)), null, 1)}\n`,
    );
    return;
  }
  const attacks: Finding[] = [];
  for (const [name, level, statesStudyFields] of [
    ['least', 'least', false],
    ['standard', 'standard', false],
    ['noisy', 'noisy', false],
    ['least with region and post', 'least', true],
  ] as const)
    attacks.push(...attacksOn(name, filesOfAll(level, statesStudyFields, 20_260_301)));
  attacks.push(...(await attackBySealedSize(groupSizes)));
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
      promise.levels.includes(a.level) &&
      (a.unique > promise.unique || a.classBelow10 > promise.classBelow10),
  );
  for (const a of broken)
    console.error(`At level "${a.level}" strangers learn more than docs/privacy-model.md promises`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

await main();
