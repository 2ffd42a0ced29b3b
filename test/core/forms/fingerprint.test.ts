/** Tests the fingerprints and sketches of values. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintsOf } from '../../../src/core/forms/canonical-value.ts';
import { fingerprint, sketch, sketchSize } from '../../../src/core/forms/fingerprint.ts';

describe('fingerprint and sketch', () => {
  it('give the same result in every version and on every computer', () => {
    expect(fingerprintsOf('13893812345', null)).toEqual([
      { valueClass: 'phone', hash: fingerprint('phone', '13893812345') },
    ]);
    expect([
      fingerprint('phone', '13893812345'),
      fingerprint('number', ''),
      fingerprint('address', '甘肃省天水市'),
    ]).toEqual(['4adef5e1a72a1e27', '8ecbb96ebad8c763', '88302f6e0ae0f2f6']);
    expect(sketch('本周组织各村开展安全隐患排查').map((place) => place.slice(8))).toEqual([
      ...['04070e07', '0056e074', '2643f0de', '00d9b7a4', '245211be', '0a1bbb59', '13b02820', '06f7df43'],
      ...['057accab', '128b2e3e', '017ef8a6', '0a556b27', '1806420f', '0e1178e0', '0ed2d87f', '1d9b5dbf'],
    ]);
  });
  it('give a sketch of numbered values for the first 2000 characters of a text', () => {
    expect(sketch('一二三四').map((place) => place.slice(0, 8))).toEqual(
      Array.from({ length: 16 }, (_, i) => `${i.toString(16).padStart(2, '0')}000000`),
    );
    let state = 7;
    const random = Array.from({ length: 2000 }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return String.fromCharCode(0x4e00 + (state % 5000));
    }).join('');
    expect(sketch(`${random}再来一段完全不同的话`)).toEqual(sketch(random));
    expect(sketch(`${random.slice(0, 1000)}再来一段完全不同的话啊`)).not.toEqual(sketch(random));
    // If two texts differ only in the last 3-gram, at least one value of their sketches differs.
    expect(sketch('一二三')).not.toEqual(sketch('一二四'));
    expect(sketch('一二')).toEqual(sketch(''));
    const long = fingerprintsOf(`${random.slice(0, 30)}`, null);
    expect(long).toHaveLength(16);
    expect(long[3]).toEqual({ valueClass: 'long-text', hash: sketch(random.slice(0, 30))[3] });
  });

  it('give fingerprints of 16 hex digits, which differ if the class or the text of the value differs', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fingerprint('number', a)).toMatch(/^[0-9a-f]{16}$/);
        expect(fingerprint('number', a) === fingerprint('number', b)).toBe(a === b);
        expect(fingerprint('phone', a)).not.toBe(fingerprint('number', a));
      }),
    );
  });

  it('give 100,000 consecutive numbers different fingerprints, and set each of the 64 bits in about half of the fingerprints', () => {
    const seen = new Set<string>();
    const bits = new Array<number>(64).fill(0);
    for (let n = 0; n < 100_000; n++) {
      const print = fingerprint('phone', String(13800000000 + n));
      seen.add(print);
      const value = BigInt(`0x${print}`);
      for (let i = 0; i < 64; i++) if ((value >> BigInt(i)) & 1n) bits[i] = (bits[i] as number) + 1;
    }
    expect(seen.size).toBe(100_000);
    for (const count of bits) expect(Math.abs(count - 50_000)).toBeLessThan(1_000);
  });

  const text = '本周组织各村开展安全隐患排查共走访农户三百二十户发现用电隐患十二处已全部整改到位并建立台账';
  const share = (a: string, b: string) => sketch(a).filter((h, i) => h === sketch(b)[i]).length / sketchSize;
  it('give matching sketches to a text and the same text with another opening, but not to two different texts', () => {
    expect(share(text, `按照县委统一部署${text}`)).toBeGreaterThanOrEqual(0.4);
    expect(
      share(text, '全镇秋粮收购工作进展顺利已完成任务的九成预计月底前全部结束农民增收明显群众满意度较高'),
    ).toBeLessThan(0.4);
  });
});
