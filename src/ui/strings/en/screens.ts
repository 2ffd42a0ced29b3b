/** Texts that the dashboard and the consent page share. */
import type { ScreensTexts } from '../zh-CN/screens.ts';

export const screens: ScreensTexts = {
  lowerBound:
    'These figures are a lower bound: phones, chat groups, desktop programs and sites you have not added are not seen. Time on a portal is not in itself a burden.',
  loading: 'Reading…',
  close: 'Close',
  copied: 'Copied',
  notCopied: 'Could not copy. Please select the text and copy it yourself.',
  couldNot: 'This part could not be read',
  notRemoved: 'Could not be deleted, please try again.',
  kept: 'Nothing has been deleted. If trying again does not help, give the details below to whoever helps you with this computer.',
  saidOnce: 'This part could not be read. The notice on this page says why.',
  again: 'Try again',
  diagnosis: 'Copy details',
  diagnosisNote: 'These details contain only versions and the error, no sites and no content:',
  scrolls: 'The table is wider than the screen. Scroll it sideways.',
  languages: 'Language',
  listSeparator: ', ',
  fullStop: '.',
  acts: {
    'multi-reporting': 'Duplicate reporting',
    'trace-keeping': 'Keeping traces',
    'photo-proof': 'Photos as proof',
    'check-in': 'Check-ins',
    'deadline-reply': 'Replies by a deadline',
    'micro-directive': '“Received” and chain replies',
    'engagement-quota': 'Likes and shares',
    ranking: 'Rankings',
    'online-duration': 'Hours online',
    'forced-install': 'Forced installs',
    fragmentation: 'Switching back and forth',
    'after-hours': 'Outside working hours',
    'office-oa': 'Document flow',
  },
};
