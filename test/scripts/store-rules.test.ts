import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { Files } from '../../scripts/package/archive.ts';
import { filesOf } from '../../scripts/package/archive.ts';
import { buildBreaches, pictureBreaches, textBreaches } from '../../scripts/store/store-rules.ts';
import { storeTexts } from '../../scripts/store/store-texts.ts';
import { languages } from '../../src/core/settings.ts';

const root = join(import.meta.dirname, '../..');
const given = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'));
const gecko = {
  id: 'a@b.example',
  strict_min_version: '142.0',
  data_collection_permissions: { required: ['none'] },
};

/** A small build that breaks nothing; `change` mends the manifest, `more` adds or replaces files. */
function built(change: Record<string, unknown> = {}, more: [string, string | Uint8Array][] = []): Files {
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
const broken = (...args: Parameters<typeof built>) => buildBreaches(built(...args), 'firefox');
const picture = (width: number, height: number) => PNG.sync.write(new PNG({ width, height }));

describe('the rules of the stores', () => {
  it('let a sound build pass', () => expect(broken()).toEqual([]));

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
      'an icon without margin',
      {},
      [
        [
          'icons/recording-128.png',
          PNG.sync.write(
            Object.assign(new PNG({ width: 128, height: 128 }), { data: Buffer.alloc(128 * 128 * 4, 255) }),
          ),
        ],
      ],
      'into its margin',
    ],
    ['a new permission', { permissions: ['tabs'] }, [], 'permission tabs is not explained'],
    ['all hosts', { host_permissions: ['*://*/*'] }, [], 'far too wide'],
    ['a public suffix', { host_permissions: ['*://*.gov.cn/*'] }, [], 'far too wide'],
    ['something for pages to load', { web_accessible_resources: [] }, [], 'web_accessible_resources'],
    ['private windows', { incognito: 'spanning' }, [], 'private windows'],
    [
      'another policy',
      { content_security_policy: { extension_pages: "script-src 'self'" } },
      [],
      'content security policy',
    ],
    ['Android', { browser_specific_settings: { gecko, gecko_android: {} } }, [], 'Android'],
    [
      'no word on data',
      { browser_specific_settings: { gecko: { ...gecko, data_collection_permissions: undefined } } },
      [],
      'data_collection_permissions',
    ],
    [
      'another floor',
      { browser_specific_settings: { gecko: { ...gecko, strict_min_version: '109.0' } } },
      [],
      'strict_min_version',
    ],
    ['a call out', {}, [['y.js', 'if(x) fetch(y)']], 'y.js names a way to the network'],
    ['code of text', {}, [['y.js', 'eval("1")']], 'y.js makes code of text'],
    ['a script in a page', {}, [['y.html', '<script>f()</script>']], 'y.html has a script in itself'],
    [
      'a setting that starts',
      { storage: { managed_schema: 's.json' } },
      [['s.json', '{"properties":{"recording":{"enum":["off","on"]}}}']],
      'managed setting recording',
    ],
    ['a newer name', {}, [['y.js', 'new CloseWatcher()']], 'CloseWatcher'],
  ])('stop %s', (_name, change, more, line) => {
    expect(broken(change, more).join('\n')).toContain(line);
  });

  it.each(languages)('let the texts in %s pass', (language) => {
    expect(textBreaches(language, storeTexts[language])).toEqual([]);
  });

  it('stop texts that name a browser, are short, or give no reason', () => {
    const wrong = { ...storeTexts.en, description: 'For Chrome', why: { ...storeTexts.en.why, idle: '' } };
    expect(textBreaches('en', wrong)).toHaveLength(3);
  });

  it('stop pictures that are too few or of another size', () => {
    const sound = new Map([
      ...languages.map((language) => [`${language}-popup.png`, picture(1280, 800)] as const),
      ['tile.png', picture(440, 280)] as const,
    ]);
    expect(pictureBreaches(sound)).toEqual([]);
    expect(
      pictureBreaches(new Map([...sound, ['en-b.png', picture(1280, 801)], ['tile.png', picture(1, 1)]])),
    ).toHaveLength(2);
    sound.delete('en-popup.png');
    expect(pictureBreaches(sound)).toEqual(['0 screenshots for en; 1 to 5 are allowed']);
  });
});
