import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { Files } from '../../scripts/package/archive.ts';
import { filesOf } from '../../scripts/package/archive.ts';
import { findBuildViolations, findPictureViolations, findTextViolations } from '../../scripts/store/store-rules.ts';
import { storeTexts } from '../../scripts/store/store-texts.ts';
import { languages } from '../../src/core/settings.ts';

const root = join(import.meta.dirname, '../..');
const given = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'));
const gecko = {
  id: 'a@b.example',
  strict_min_version: '142.0',
  data_collection_permissions: { required: ['none'] },
};

/** Returns a small build that breaks no rule. `change` overwrites keys of the manifest; `more` adds or replaces files. */
function createBuild(change: Record<string, unknown> = {}, more: [string, string | Uint8Array][] = []): Files {
  const { key: _, background: __, minimum_chrome_version: ___, storage: ____, ...rest } = given;
  const manifest = {
    ...rest,
    version: '1.0.0',
    background: { scripts: ['x.js'] },
    browser_specific_settings: { gecko },
    content_scripts: [],
    ...change,
  };
  return new Map([
    ...filesOf(join(root, 'public')),
    ['src/ui/privacy/index.html', Buffer.from('<script src="/x.js"></script>')],
    ['x.js', Buffer.from('f()')],
    ['manifest.json', Buffer.from(JSON.stringify(manifest))],
    ...more.map(([name, bytes]) => [name, Buffer.from(bytes)] as const),
  ]);
}
const violationsOf = (...args: Parameters<typeof createBuild>) => findBuildViolations(createBuild(...args), 'firefox');
const picture = (width: number, height: number) => PNG.sync.write(new PNG({ width, height }));

describe('the rules of the stores', () => {
  it('accept a correct build', () => expect(violationsOf()).toEqual([]));

  it.each<[string, Record<string, unknown>, [string, string | Uint8Array][], string]>([
    [
      'a long name',
      {},
      [['_locales/en/messages.json', `{"name":{"message":"${'x'.repeat(46)}"},"summary":{"message":"s"}}`]],
      'name in en',
    ],
    [
      'a long summary',
      {},
      [['_locales/en/messages.json', `{"name":{"message":"n"},"summary":{"message":"${'x'.repeat(133)}"}}`]],
      'summary in en',
    ],
    ['an icon of another size', {}, [['icons/recording-48.png', picture(47, 47)]], 'is 47 × 47, not 48'],
    [
      'an icon without a margin',
      {},
      [
        [
          'icons/recording-128.png',
          PNG.sync.write(
            Object.assign(new PNG({ width: 128, height: 128 }), { data: Buffer.alloc(128 * 128 * 4, 255) }),
          ),
        ],
      ],
      'not transparent in its margin',
    ],
    ['a new permission', { permissions: ['tabs'] }, [], 'permission tabs has no reason'],
    ['access to all hosts', { host_permissions: ['*://*/*'] }, [], 'covers too many hosts'],
    ['access to a public suffix', { host_permissions: ['*://*.gov.cn/*'] }, [], 'covers too many hosts'],
    ['resources that pages can load', { web_accessible_resources: [] }, [], 'web_accessible_resources'],
    ['a build that runs in private windows', { incognito: 'spanning' }, [], 'private windows'],
    [
      'another content security policy',
      { content_security_policy: { extension_pages: "script-src 'self'" } },
      [],
      'content security policy',
    ],
    ['a build for Android', { browser_specific_settings: { gecko, gecko_android: {} } }, [], 'Android'],
    [
      'a manifest without a statement about data collection',
      { browser_specific_settings: { gecko: { ...gecko, data_collection_permissions: undefined } } },
      [],
      'data_collection_permissions',
    ],
    [
      'a lower minimum browser version',
      { browser_specific_settings: { gecko: { ...gecko, strict_min_version: '109.0' } } },
      [],
      'strict_min_version',
    ],
    ['a network request', {}, [['y.js', 'if(x) fetch(y)']], 'y.js uses the network'],
    ['code that runs text as code', {}, [['y.js', 'eval("1")']], 'y.js runs text as code'],
    ['an inline script in a page', {}, [['y.html', '<script>f()</script>']], 'y.html has an inline script'],
    [
      'a managed setting that starts recording',
      { storage: { managed_schema: 's.json' } },
      [['s.json', '{"properties":{"recording":{"enum":["off","on"]}}}']],
      'managed setting recording',
    ],
    ['a browser API that the oldest allowed browser lacks', {}, [['y.js', 'new CloseWatcher()']], 'CloseWatcher'],
  ])('refuse %s', (_name, change, more, line) => {
    expect(violationsOf(change, more).join('\n')).toContain(line);
  });

  it.each(languages)('accept the texts in %s', (language) => {
    expect(findTextViolations(language, storeTexts[language])).toEqual([]);
  });

  it('refuse texts that name a browser, are too short or lack the reason for a permission', () => {
    const wrong = { ...storeTexts.en, description: 'For Chrome', why: { ...storeTexts.en.why, idle: '' } };
    expect(findTextViolations('en', wrong)).toHaveLength(3);
  });

  it('refuse pictures of another size, and a language without screenshots', () => {
    const correct = new Map([
      ...languages.map((language) => [`${language}-popup.png`, picture(1280, 800)] as const),
      ['tile.png', picture(440, 280)] as const,
    ]);
    expect(findPictureViolations(correct)).toEqual([]);
    expect(
      findPictureViolations(new Map([...correct, ['en-b.png', picture(1280, 801)], ['tile.png', picture(1, 1)]])),
    ).toHaveLength(2);
    correct.delete('en-popup.png');
    expect(findPictureViolations(correct)).toEqual(['0 screenshots for en; 1 to 5 are allowed']);
  });
});
