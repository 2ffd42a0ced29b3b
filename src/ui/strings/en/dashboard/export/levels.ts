/** Texts of the export: report levels and the strength of the noise. */
import type { LevelsTexts } from '../../../zh-CN/dashboard/export/levels.ts';

export const levels: LevelsTexts = {
  levels: {
    least: {
      name: 'Least: overview of the month',
      text: 'A few coarse bands: time, after hours, share typed again. A stranger can hardly tell whose it is; someone in your own office may.',
      often: 'about a quarter',
    },
    standard: {
      name: 'Standard: one part drawn at random',
      text: 'The overview, or one thing drawn at random (a kind of portal, a form, a burden, something on the phone, a few questions). Only one is in the file, and it is drawn only once.',
      often: 'about a sixth',
    },
    noisy: {
      name: 'Random noise',
      text: 'Time and after hours get random noise on this computer before they are written. Even in a small office, nobody who has the file can be sure of the true figures.',
      often: 'about a tenth',
    },
  },
  levelNames: { least: 'least', standard: 'standard', noisy: 'random noise' },
  switchTo: { least: 'Use least instead', noisy: 'Use random noise instead' },
  lockedNote: (level) =>
    `This month was saved before. Its level (${level}) and content no longer change: several different files together would reveal more.`,
  firstSave: 'Once saved, this month’s level and content can’t be changed.',
  noise: 'Strength of the noise',
  noises: { 3: 'strong (ε = ln 3)', 7: 'medium (ε = ln 7)', 20: 'weak (ε = ln 20)' },
  noiseAccount: (times, epsilon) =>
    `In the last twelve months, ${times} saved with noise, two figures each: at most ε = ${epsilon} in all. The more files, the weaker the protection.`,
};
