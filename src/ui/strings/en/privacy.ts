/** The privacy policy. The extension shows it, and `npm run store` writes it to files for the stores. */
import { defaultSettings, otherRetentionChoices } from '../../../core/settings.ts';
import type { PrivacyTexts } from '../zh-CN/privacy.ts';

export const privacy: PrivacyTexts = {
  title: 'Privacy policy',
  language: 'Language',
  changed:
    'Last changed: November 28, 2026 (first version). Later changes are listed here; before anything more is recorded you are asked again.',
  lead: 'Fingertip Ledger keeps its records in this browser on this computer and nowhere else. It never goes online, has no accounts and no server, and we receive nothing. Nothing is recorded before you agree.',
  keptHead: 'What is recorded, what for, how long',
  columns: ['Record', 'What for', 'Kept'],
  kept: [
    [
      'Times on catalogue portals and on sites that you add: host name, start, end, active or watching',
      'hours, after hours',
      `single records ${defaultSettings.retentionDays} days (${otherRetentionChoices.join(' or ')} by choice); daily summaries and host names until you delete them`,
    ],
    [
      'A field was filled: how (typed, pasted …), kind of field, number of characters, time, whether it was a repeat',
      'repetitive form filling',
      'the same',
    ],
    ['Submissions, drafts, failures: count, time, a keyed digest of the form', 'number of forms', 'the same'],
    [
      'Check-ins, uploads, likes, “received” replies: moment and kind; roughly how close the deadline was',
      'burden forms',
      'the same',
    ],
    [
      'A short keyed comparison code (24 bits) of a value entered: not the value, without a time, tied to no entry',
      'to know that the same was entered again',
      '35 days; “this session only” by choice',
    ],
    [
      'Phone burdens you log, sites you add, your answers about portals, settings; how long each day was paused',
      'a complete ledger',
      'until you erase it',
    ],
  ],
  sections: [
    [
      'Never recorded',
      'What you type, passwords, one-time codes, files and their names, screenshots, page text, titles, paths of addresses, other sites, private windows. Sites for whistle-blowing, petitions, complaints, inspection and courts, and sites used only for your own affairs (tax, insurance, medical care, exams, housing fund), are never recorded. A page whose heading bears a secrecy mark is not recorded.',
    ],
    [
      'Who can see it',
      'Whoever can use this browser profile on this computer. The records on the disk are not additionally encrypted: someone who has the disk and a list of people can check whether a number was entered in the last five weeks; with “this session only” they can’t. Where a unit installed the extension, an administrator may see it too.',
    ],
    [
      'Export',
      'The monthly report, the backup and your own full record become files only when you press “save”, and you decide who gets them. The monthly report holds no name, unit or site, every line about you can be removed, and what you see is the whole file. A backup is the whole ledger: keep it private; it can have a passphrase. The table of portals can be saved as CSV, with host names, times and counts; the list of repeated items can be saved as CSV or printed, with items, portals and counts and no person. The sentence to quote and the details of an error go to the clipboard only when you press “copy”.',
    ],
    [
      'Erasing',
      'The last 30 minutes, one stretch on the Time page, a day, a range of days, a portal, or everything; all but the last can be undone right afterwards. When the extension is removed, the browser deletes all its data.',
    ],
    ['Third parties', 'None. No analytics, advertising or crash reports; no data is sold or handed on.'],
    [
      'Limited use',
      'Browser stores call what it handles “web history”, “user activity” and “website content”. It is handled on this computer only, to show you your own ledger; it serves no other purpose, is shown to nobody, and is not used for credit or lending.',
    ],
    [
      'Contact',
      'There is no contact address. Ask whoever gave you the extension, or where you got it (the store page or the source repository); report security flaws privately, as SECURITY.md in the source says. Leave out real names, numbers and addresses.',
    ],
  ],
};
