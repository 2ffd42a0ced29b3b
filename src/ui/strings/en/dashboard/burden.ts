/** Texts of the Kinds of burden tab. */
import type { BurdenTexts } from '../../zh-CN/dashboard/burden.ts';

export const burden: BurdenTexts = {
  note: 'This describes the load of the portals. It says nothing about how well anyone works, and is no way to compare people.',
  byPurpose: 'By purpose',
  byPurposeNote:
    'You say what each portal is for. Burden = reporting upward + study and assessment; what is not classified is not counted as burden.',
  burdenHours: 'Burden in all',
  formulaPurpose: (parts) => `Working and watching time on these portals added up: ${parts}`,
  formulaBurden: (a, b, sum) => `Reporting upward ${a} + study and assessment ${b} = ${sum}`,
  nothingThere: 'No portal has this purpose.',
  byForm: 'By kind of act',
  byFormNote:
    'Only time that belongs to the act itself is counted (an open upload window, say); where the time is not known, only the count is shown.',
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
  phone: 'On the phone (your own count)',
  phoneNote: 'One tap each; never added to what is measured.',
  phoneLine: (count, minutes) => `${count}×${minutes}`,
  minutes: (minutes) => `, ${minutes} min`,
  noPhone: 'Nothing noted in this period. One tap in the popup notes one.',
};
