/**
 * What stands on the command line must mean something: an option that is misspelt and passed over would change what is
 * published. (citty takes any.)
 */
import type { ArgsDef } from 'citty';
import { CliError } from './cli-error.ts';

/** Throws at the first word that the command doesn't know, and at a required one that is missing. */
export function checkWords(command: string, args: ArgsDef, words: readonly string[]): void {
  const refuse = (why: string) => new CliError(`Cannot run ${command}: ${why}; see ${command} --help`, 2);
  const given = new Set<string>();
  let positionals = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (word === '--') {
      positionals += words.length - i - 1;
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      positionals++;
      continue;
    }
    const [name = '', value] = word.replace(/^--/, '').split(/=(.*)/s);
    const found = Object.hasOwn(args, name) ? args[name] : undefined;
    if (found === undefined || found.type === 'positional') throw refuse(`it has no option "${word}"`);
    given.add(name);
    if (found.type === 'boolean') {
      if (value !== undefined && value !== 'true' && value !== 'false')
        throw refuse(`--${name} is on or off and takes no "${value}"`);
      continue;
    }
    // Its value: the rest of the word, or the next.
    const next = value ?? words[++i];
    if (next === undefined || next === '' || (value === undefined && next.startsWith('--')))
      throw refuse(`--${name} needs a value`);
  }
  const places = Object.entries(args).filter(([, arg]) => arg.type === 'positional');
  // "input" takes as many as there are.
  if (positionals > places.length && !places.some(([name]) => name === 'input'))
    throw refuse(places.length === 0 ? 'it takes options only' : `it takes one ${places[0]?.[0]}`);
  for (const [place, [name, arg]] of places.entries())
    if (arg.required !== false && positionals <= place) throw refuse(`name the ${name}`);
  for (const [name, arg] of Object.entries(args))
    if (arg.type !== 'positional' && arg.required === true && !given.has(name)) throw refuse(`--${name} is missing`);
}
