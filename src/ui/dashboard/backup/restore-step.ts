/** The steps of restoring: choose a file, wait while it is read, enter a passphrase, check the changes. */
import type { RestoreSummary } from '../../../messages.ts';
import type { FileLike } from './backup-file.ts';

export type RestoreStep =
  | { readonly name: 'choose'; readonly message?: string; readonly refused?: boolean }
  | { readonly name: 'reading' }
  | { readonly name: 'sealed'; readonly file: FileLike; readonly message?: string }
  | { readonly name: 'shown'; readonly file: FileLike; readonly backup: unknown; readonly summary: RestoreSummary };
