/** The state of restoring: nothing chosen, a file being read, a sealed file, or a file that can be restored. */
import type { RestoreSummary } from '../../../messages.ts';
import type { FileLike } from './backup-file.ts';

export type RestoreStep =
  | { readonly name: 'choose'; readonly message?: string; readonly refused?: boolean }
  | { readonly name: 'reading' }
  | { readonly name: 'sealed'; readonly file: FileLike; readonly message?: string }
  | { readonly name: 'shown'; readonly file: FileLike; readonly backup: unknown; readonly summary: RestoreSummary };
