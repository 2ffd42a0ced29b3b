/** `npm test`: runs all checks and tests, also on a fresh clone. test-steps.ts lists the steps. */
import { runScript } from './prepare.mjs';

runScript('scripts/test-steps.ts');
