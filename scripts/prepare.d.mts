/** Types of prepare.mjs; its comments say what each function does. */
export const root: string;
export function nodeError(version: string): string | null;
export function packagesAreFresh(folder: string): boolean;
export function runScript(script: string): never;
