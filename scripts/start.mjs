/** `npm start`: the extension in a browser, beside an office to try it in. start-office.ts does the work. */
import { runScript } from './prepare.mjs';

runScript('scripts/start-office.ts');
