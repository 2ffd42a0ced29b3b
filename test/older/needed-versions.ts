/** Tells from MDN's data which version of Chrome each feature of the built files needs. */
import type { Files } from '../../scripts/package/archive.ts';
import { findNewerFeatures, oldestBrowsers } from '../../scripts/store/browser-support.ts';

/** The features that a version was the first to have. */
export interface NeededVersion {
  readonly version: number;
  readonly features: readonly string[];
}

/**
 * Returns the versions of Chrome after `oldest` that added something that the files use, the newest first. Features for
 * which the code has a replacement are not among them (`withFallback` of browser-support.ts).
 */
export function listNeededVersions(files: Files, newest: number, oldest: number): NeededVersion[] {
  const needed: NeededVersion[] = [];
  let known = new Set<string>();
  for (let version = newest; version > oldest; version--) {
    const missing = new Set(
      findNewerFeatures(files, { ...oldestBrowsers.chrome, version: version - 1 }).map((line) =>
        line.replace(/^.*?: /, ''),
      ),
    );
    const features = [...missing].filter((feature) => !known.has(feature));
    if (features.length > 0) needed.push({ version, features });
    known = missing;
  }
  return needed;
}
