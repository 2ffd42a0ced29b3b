/** `npm start`: the extension in a browser, with an office to try it in. The rest is in start-office.ts. */
import { run } from './prepare.mjs';

run('scripts/start-office.ts');
