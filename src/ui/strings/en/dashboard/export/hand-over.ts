/** Texts of the export: who receives the report, and sealing it. */
import type { HandOverTexts } from '../../../zh-CN/dashboard/export/hand-over.ts';

export const handOver: HandOverTexts = {
  head: 'Who gets it',
  office:
    'The file has no name, portal, address or anything you typed. If someone of your own office collects it, they may still tell that it is yours: seal it and give it to the researcher directly.',
  open: 'Not sealed',
  onlyOpen: 'Not sealed for now. To seal it, add a study first.',
  sealed: (name) => `Sealed for “${name}”: whoever carries it can’t open it`,
  add: 'Add a study',
  paste: 'Paste the text the researcher gave you (a name and a key that begins with age1)',
  keep: 'Keep this study',
  bad: 'No complete key and name found. Please paste the whole text again.',
  remove: (name) => `Remove “${name}”`,
  notRunning: 'A month that is not over can’t be sealed and should not go to others.',
};
