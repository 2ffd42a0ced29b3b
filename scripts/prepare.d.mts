/** Types of prepare.mjs, where comments describe each function. */
export const root: string;
export function nodeError(version: string): string | null;
export function packagesAreFresh(folder: string): boolean;
export function runScript(script: string): never;
