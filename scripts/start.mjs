/** `npm start`: opens a browser with the extension and the test office. start-office.ts does the work. */
import { runScript } from './prepare.mjs';

runScript('scripts/start-office.ts');
