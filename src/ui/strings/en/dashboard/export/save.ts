/** Texts of the export: saving the report, handing it over, and forgetting a saved month. */
import type { SaveTexts } from '../../../zh-CN/dashboard/export/save.ts';

export const save: SaveTexts = {
  json: 'Save JSON',
  csv: 'Save CSV (opens in Excel)',
  csvNote: 'The same content, one item a line; its size and check code differ from the JSON file’s.',
  sealed: 'Save sealed file',
  sealedNote: 'The sealed file contains what is shown above. All sealed files have the same size.',
  print: 'Print this report',
  printNote: 'Every item in words, without the id and the check code.',
  sheet: (month) => `Report for ${month}`,
  paper:
    'This is everything in the file. It has no id and no check code, so the paper can’t be matched with the file you hand over.',
  done: (code) => `Saved to Downloads. Nothing was sent. Check code ${code}.`,
  handOver: 'Hand the file to the researcher yourself. To withdraw it, tell them the check code.',
  forget: 'Finish and forget',
  forgetNote:
    'Deletes this month’s id, draws, check code and log entries. It can’t be exported again, so nobody can make another file on this computer to compare.',
  forgetSure: 'Forget for good',
  forgot: 'Forgotten.',
  failed: 'Could not save: ',
  log: 'Export log (on this computer only)',
};
