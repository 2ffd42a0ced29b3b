/** `npm test`: everything a reviewer runs, on a fresh clone. The steps are in test-steps.ts. */
import { run } from './prepare.mjs';

run('scripts/test-steps.ts');
