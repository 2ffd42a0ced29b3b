/** Texts of the tab "Kinds of burden". */
import type { BurdenTexts } from '../../zh-CN/dashboard/burden.ts';

export const burden: BurdenTexts = {
  note: 'These figures show how much time portals take. They say nothing about how well anyone works and are not meant for comparing people.',
  byPurpose: 'By purpose',
  byPurposeNote:
    'You say what each portal is for. Burden = reporting upward + study and assessment; unclassified portals are not counted as burden.',
  burdenHours: 'Total burden',
  formulaPurpose: (parts) => `Sum of working and watching time on these portals: ${parts}`,
  formulaBurden: (a, b, sum) => `Reporting upward ${a} + study and assessment ${b} = ${sum}`,
  nothingThere: 'No portal has this purpose.',
  byForm: 'By kind of act',
  byFormNote:
    'Only time that belongs to the act itself is counted, such as an open upload window. If the time is not known, only the count is shown.',
  times: (count) => `${count}×`,
  formulaAct: (count, time, each) => `${count} times, ${time} in all, ${each} each on average`,
  formulaActCount: (count) => `${count} times; no time of its own`,
  filling: 'Filling in and sending forms',
  formulaFilling: (count, time, each, failed) =>
    `Sent ${count} times; from the first field to sending ${time} in all, ${each} on average; ${failed} attempts failed`,
  again: 'Of that, typed again',
  formulaAgain: (low, high, repeats, eligible) =>
    `Lower bound ${low} = time in repeated fields; upper bound ${high} = time of each form × its share of repeated fields. ${repeats} of ${eligible} comparable fields were repeats.`,
  range: (low, high) => `${low} to ${high}`,
  fragmentation: 'Switching between portals',
  formulaSwitch: (switches, logins, days) =>
    `${switches} switches between portals and ${logins} logins in ${days} days`,
  phone: 'On the phone (noted by you)',
  phoneNote: 'You noted these yourself; they are never added to measured figures.',
  phoneLine: (count, minutes) => `${count}×${minutes}`,
  minutes: (minutes) => `, ${minutes} min`,
  noPhone: 'Nothing noted in this period. Each tap in the popup notes one.',
};
