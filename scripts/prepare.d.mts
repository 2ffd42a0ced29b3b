export const root: string;
/** One line that says why this Node won't do, or null. */
export function nodeTrouble(version: string): string | null;
/** Whether node_modules holds what package-lock.json asks for. */
export function packagesAreFresh(folder: string): boolean;
export function run(script: string): never;
