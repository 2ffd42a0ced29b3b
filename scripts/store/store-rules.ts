/**
 * The rules of the stores that a program can check in built files, store texts and pictures. Sources: Chrome Web Store
 * program policies and listing requirements, Microsoft Edge add-on policies, Firefox add-on policies and linter.
 */
import { PNG } from 'pngjs';
import { policyOptions } from '../../src/core/policy.ts';
import { type Language, languages } from '../../src/core/settings.ts';
import type { Files } from '../package/archive.ts';
import { findNewerFeatures, oldestBrowsers } from './browser-support.ts';
import { reasons, type StoreText } from './store-texts.ts';

export type Target = 'chrome' | 'firefox';
type Manifest = Readonly<Record<string, unknown>> & {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly icons: Readonly<Record<string, string>>;
};

const locales: Readonly<Record<Language, string>> = { 'zh-CN': 'zh_CN', 'zh-TW': 'zh_TW', en: 'en' };
/** The lowest limits of the three stores, in characters. Edge has the lowest limit for names, Chrome for summaries. */
const maxLength = { name: 45, summary: 132 } as const;
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const networkCalls =
  /\bXMLHttpRequest\b(?!["'|$)])|\bWebSocket\b|\bEventSource\b|sendBeacon|\bimportScripts\b|storage\.sync|[^.\w]fetch\(/;

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();

/**
 * Returns the extension's name and summary in a language, as the built files have them. Returns null when the files
 * have no texts in this language.
 */
export function readNames(files: Files, language: Language): { name: string; summary: string } | null {
  const found = files.get(`_locales/${locales[language]}/messages.json`);
  if (found === undefined) return null;
  const messages = JSON.parse(text(found)) as Record<string, { message: string } | undefined>;
  return { name: messages.name?.message ?? '', summary: messages.summary?.message ?? '' };
}

function* names(files: Files): Generator<string> {
  for (const language of languages) {
    const texts = readNames(files, language);
    if (texts === null) yield `no texts for ${language}`;
    else
      for (const [field, limit] of Object.entries(maxLength) as [keyof typeof maxLength, number][])
        if (texts[field] === '' || texts[field].length > limit)
          yield `${field} in ${language} has ${texts[field].length} characters; 1 to ${limit} are allowed`;
  }
}

function* icons(files: Files, manifest: Manifest): Generator<string> {
  for (const size of ['16', '32', '48', '128'])
    if (manifest.icons[size] === undefined) yield `no icon of ${size} pixels`;
  for (const [size, file] of Object.entries(manifest.icons)) {
    const bytes = files.get(file);
    if (bytes === undefined) {
      yield `icon ${file} is missing`;
      continue;
    }
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
    if (width !== Number(size) || height !== width) yield `icon ${file} is ${width} × ${height}, not ${size}`;
    // The drawing of the 128 pixel icon has 96 pixels, with a margin of 16 on each side.
    else if (width === 128)
      for (let i = 0; i < width * height; i += 1) {
        const [x, y] = [i % width, Math.floor(i / width)];
        const free = Math.min(x, y, width - 1 - x, height - 1 - y) < 16;
        if (free && data[i * 4 + 3] !== 0) {
          yield `icon ${file} is not transparent in its margin of 16 pixels at ${x}, ${y}`;
          break;
        }
      }
  }
}

function* permissions(manifest: Manifest): Generator<string> {
  const explained = new Set<string>(reasons);
  for (const permission of manifest.permissions)
    if (!explained.has(permission)) yield `permission ${permission} has no reason in the store texts`;
  for (const host of manifest.host_permissions)
    if (
      /^(\*|https?):\/\/\*\/|<all_urls>|^\*:\/\/\*\.((ac|com|edu|gov|mil|net|org)\.)?(cn|com|net|org)\/\*$/.test(host)
    )
      yield `host permission ${host} covers too many hosts`;
  for (const key of ['web_accessible_resources', 'externally_connectable', 'update_url', 'chrome_url_overrides'])
    if (manifest[key] !== undefined) yield `the manifest has ${key}`;
  if (manifest.incognito !== 'not_allowed') yield 'the manifest allows private windows (incognito)';
  if (manifest.default_locale === undefined) yield 'the manifest has no default_locale';
  const policies = manifest.content_security_policy as { extension_pages?: string } | undefined;
  if (policies?.extension_pages !== policy) yield 'the content security policy differs from the expected one';
}

function* firefox(manifest: Manifest): Generator<string> {
  const { gecko, gecko_android: android } = (manifest.browser_specific_settings ?? {}) as {
    gecko?: {
      id?: string;
      strict_min_version?: string;
      data_collection_permissions?: { required?: readonly string[] };
    };
    gecko_android?: unknown;
  };
  if (!gecko?.id) yield 'no gecko.id';
  if (gecko?.strict_min_version !== `${oldestBrowsers.firefox.version}.0`)
    yield 'strict_min_version is not the oldest supported version';
  if (gecko?.data_collection_permissions?.required?.join() !== 'none')
    yield 'data_collection_permissions is not "none"';
  if (android !== undefined) yield 'the manifest declares Firefox for Android, which is not tested';
  if (!(manifest.background as { scripts?: unknown } | undefined)?.scripts) yield 'no background.scripts';
}

function* code(files: Files): Generator<string> {
  for (const [name, bytes] of files) {
    if (bytes.length > 5 * 1024 * 1024) yield `${name} is larger than 5 MB, the limit of the linter`;
    if (!/\.(js|html)$/.test(name)) continue;
    const found = text(bytes).match(networkCalls);
    if (found) yield `${name} uses the network: ${found[0]}`;
    if (/\beval\(|new Function\(/.test(text(bytes))) yield `${name} runs text as code`;
    if (name.endsWith('.html') && /<script(?![^>]*\bsrc=)|\bon[a-z]+=|(?:src|href)=["']https?:/i.test(text(bytes)))
      yield `${name} has an inline script or a remote one`;
  }
  if (!files.has('src/ui/privacy/index.html')) yield 'the privacy policy is not in the package';
}

/**
 * A managed setting may only restrict what is recorded. Yields one line for each setting that allows a value other than
 * those in `policyOptions`.
 */
function* managed(files: Files, manifest: Manifest): Generator<string> {
  const file = (manifest.storage as { managed_schema?: string } | undefined)?.managed_schema;
  if (file === undefined) return;
  const schema = JSON.parse(text(files.get(file)) || '{}') as { properties?: Record<string, { enum?: unknown[] }> };
  for (const [key, { enum: values }] of Object.entries(schema.properties ?? {}))
    if (
      !values?.every((value) => (policyOptions as Readonly<Record<string, readonly unknown[]>>)[key]?.includes(value))
    )
      yield `managed setting ${key} can do more than restrict`;
}

/** Returns one line for each rule of a store that a build breaks. The list is empty when the build can be submitted. */
export function findBuildViolations(files: Files, target: Target): string[] {
  const manifest = JSON.parse(text(files.get('manifest.json'))) as Manifest;
  const isMinimumWrong =
    target === 'chrome' && manifest.minimum_chrome_version !== String(oldestBrowsers.chrome.version);
  return [
    ...names(files),
    ...icons(files, manifest),
    ...permissions(manifest),
    ...(target === 'firefox' ? firefox(manifest) : []),
    ...(isMinimumWrong ? ['minimum_chrome_version is not the oldest supported version'] : []),
    ...code(files),
    ...managed(files, manifest),
    ...findNewerFeatures(files, oldestBrowsers[target]),
  ];
}

/** Returns one line for each rule that the store texts of a language break. */
export function findTextViolations(
  language: Language,
  { description, singlePurpose, terms, why }: StoreText,
): string[] {
  const found: string[] = [];
  const check = (isWrong: boolean, line: string) => {
    if (isWrong) found.push(`${language}: ${line}`);
  };
  check(
    description.length < 250 || description.length > 10_000,
    `the description has ${description.length} characters; 250 to 10,000 are allowed`,
  );
  check(/chrome|firefox|\bedge\b|谷歌|火狐|微软|微軟/i.test(description), 'the description names a browser');
  check(
    singlePurpose.length === 0 || singlePurpose.length > 1000,
    'the single purpose has no text of 1 to 1,000 characters',
  );
  check(terms.length > 7, `${terms.length} search terms; 7 are allowed`);
  check(
    terms.some((term) => term.length > 30),
    'a search term has more than 30 characters',
  );
  check(terms.join(' ').split(/\s+/).length > 21, 'the search terms have more than 21 words');
  for (const reason of reasons) check(!why[reason], `no reason for ${reason}`);
  return found;
}

/**
 * Returns one line for each picture of the wrong size, and one for each language that has too few or too many pictures.
 * `pictures` has the files by name.
 */
export function findPictureViolations(pictures: Files): string[] {
  const found: string[] = [];
  for (const language of languages) {
    const shots = [...pictures.keys()].filter((name) => name.startsWith(`${language}-`));
    if (shots.length < 1 || shots.length > 5)
      found.push(`${shots.length} screenshots for ${language}; 1 to 5 are allowed`);
  }
  for (const [name, bytes] of pictures) {
    const { width, height } = PNG.sync.read(Buffer.from(bytes));
    const wanted = name.startsWith('tile') ? '440 × 280' : '1280 × 800';
    if (`${width} × ${height}` !== wanted) found.push(`${name} is ${width} × ${height}, not ${wanted}`);
  }
  return found;
}
