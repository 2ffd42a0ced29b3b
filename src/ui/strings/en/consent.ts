/** Texts of the consent page. */
import type { ConsentTexts } from '../zh-CN/consent.ts';

export const consent: ConsentTexts = {
  title: 'First: what is recorded and what is not',
  changedHead: 'What is recorded has changed: please decide again',
  changed:
    'Recording has stopped and starts again only if you agree. Earlier records are still there; removing the extension deletes them.',
  changesHead: 'Compared with what you agreed to',
  added: 'New',
  dropped: 'No longer recorded',
  nothing: 'Nothing',
  what: 'See how long government portals take and what you type again. It is for you alone; if a researcher asks for a month without your name, you decide each time.',
  will: 'Recorded',
  willList: [
    'Time on the portals of the catalogue and on sites that you add (by host name only), with typing and clicking kept apart from just watching',
    'Forms opened and sent, number of fields, and how many were repeats; to compare, a short keyed comparison code of a value is kept for 35 days',
    'How often you upload, check in, like, reply “received” and so on',
  ],
  never: 'Never recorded',
  neverList: [
    'What you type, passwords, files, screenshots',
    'Page text, titles, full addresses, words on buttons',
    'Other sites, private windows; sites for petitions and complaints, and sites used only for your own affairs (tax, insurance, medical care, exams)',
  ],
  where: 'Where it is kept',
  whereText: 'In this browser on this computer. The extension never goes online and sends nothing to anybody.',
  whereShared:
    'Anyone using this same browser profile can open it. You can pause, delete or erase everything at any time.',
  policy:
    'Installed by your organisation. Recording is still your choice; an administrator, or anyone at this computer, may be able to see the records.',
  sites: 'Which portals',
  sitesText: 'Portals of the catalogue are on; you can switch off whole kinds, now or later under Settings.',
  hours: 'Your working hours',
  hoursText: 'Used only to mark “after hours” in your own charts.',
  confirmHead: 'Please confirm',
  confirm: [
    'This is not a computer for classified work, nor on a classified network.',
    'My unit allows a personal tool like this on this computer.',
    'I know that only web pages on this computer are seen, so the figures are a lower bound, and that time on a portal is not by itself burden.',
  ],
  agree: 'Agree and start',
  later: 'Not now',
  remove: 'Remove extension',
  notRemovable:
    'Your administrator installed this extension, and only the administrator can remove it. With “Not now” it stays in the browser and records nothing.',
  notRemoved: 'The browser did not remove the extension: ',
  need: 'You can start once all three are ticked.',
  declinedHead: 'Not started; nothing is recorded',
  declined: 'If you change your mind, the icon in the toolbar brings you back here.',
  back: 'Read it again',
  startedHead: 'Recording has started',
  started: 'Open a portal that is on; after about a minute press the icon in the toolbar to see figures.',
  pin: 'No icon? Press the puzzle piece in the toolbar, then the pin.',
  openDashboard: 'Open the dashboard',
  failed: 'Could not start, please try again',
};
