/** `npm test`: everything a reviewer runs, also on a fresh clone. test-steps.ts lists the steps. */
import { runScript } from './prepare.mjs';

runScript('scripts/test-steps.ts');
