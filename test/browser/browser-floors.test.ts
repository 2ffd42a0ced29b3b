/** No built file may need a newer browser than the oldest supported one (scripts/store/browser-support.ts). */
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../scripts/package/archive.ts';
import { findNewerFeatures, oldestBrowsers } from '../../scripts/store/browser-support.ts';

const dist = resolve(import.meta.dirname, '../../dist');

describe('the build', () => {
  it.each(['chrome', 'firefox'] as const)('for %s needs no newer browser than the oldest supported one', (name) => {
    expect(findNewerFeatures(filesOf(join(dist, name)), oldestBrowsers[name])).toEqual([]);
  });
});

describe('the check for features newer than Chrome 102', () => {
  it.each([
    ['a static', 'x.js', 'Object.groupBy([], f)', 'Object.groupBy (117)'],
    ['a method', 'x.js', 'list.toSorted()', '.toSorted (110)'],
    ['a name', 'x.js', 'new CloseWatcher()', 'CloseWatcher'],
    ['a call', 'x.js', 'scheduler.yield()', '.yield (129)'],
    ['syntax', 'x.js', 'const f = /(?i:a)/', 'syntax newer than ECMAScript 2022'],
    ['an extension API', 'x.js', 'chrome.runtime.getContexts({})', 'runtime.getContexts (116)'],
    ['a selector', 'x.css', 'p:has(b){color:red}', ':has (105)'],
    ['a property', 'x.css', 'p{text-wrap:balance}', 'text-wrap (114)'],
    ['an at-rule', 'x.css', '@container (width>1px){p{color:red}}', '@container (105)'],
    ['a function', 'x.css', 'p{color:light-dark(red,blue)}', 'light-dark() (123)'],
    ['a manifest key', 'manifest.json', '{"browser_specific_settings":{}}', 'manifest browser_specific_settings'],
  ])('reports %s', (_name, file, code, line) => {
    const found = findNewerFeatures(new Map([[file, Buffer.from(code)]]), oldestBrowsers.chrome);
    expect(found.join('\n')).toContain(`${file}: ${line}`);
  });

  it.each([
    ['code that is old enough', 'x.js', 'structuredClone([1].at(-1))'],
    ['a rule inside @supports', 'x.css', '@supports (color:light-dark(red,blue)){p{color:light-dark(red,blue)}}'],
  ])('accepts %s', (_name, file, code) => {
    expect(findNewerFeatures(new Map([[file, Buffer.from(code)]]), oldestBrowsers.chrome)).toEqual([]);
  });
});
