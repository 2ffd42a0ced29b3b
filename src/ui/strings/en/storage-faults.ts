/** Texts on storage faults: what prevents reading or writing the ledger, what is kept, and what the owner can do. */
import type { StorageFaultsTexts } from '../zh-CN/storage-faults.ts';

export const storageFaults: StorageFaultsTexts = {
  full: {
    head: 'The disk is full.',
    text: 'The last records could not be stored; earlier ones are safe. Please free some disk space. Recording then continues by itself.',
  },
  newer: {
    head: 'This ledger comes from a newer version.',
    text: 'The ledger is intact; nothing is lost. Install the newer version of the extension over this one; until then nothing new can be stored. Don’t remove the extension: removing it deletes the ledger.',
  },
  broken: {
    head: 'The browser cannot read or write the ledger.',
    text: 'New records were not stored; earlier ones have not been deleted. Restart the browser first; if that does not help, have the disk checked. Don’t remove the extension without a backup: removing it deletes the ledger.',
  },
  lost: {
    head: 'The ledger is gone.',
    text: 'The browser has deleted the ledger, most likely because its files were damaged. Recording has stopped. Please agree again to start, then restore a backup under Settings; without one it cannot be brought back.',
  },
};
