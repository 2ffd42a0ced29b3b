import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, isCreditCode, isIdentity, printsOf } from '../../src/core/canonical.ts';
import { fingerprint, minHashes, sketch } from '../../src/core/fingerprint.ts';

describe('which values are compared, and in which form', () => {
  it.each([
    ['11010519491231002X', null, 'identity', '11010519491231002X'],
    ['11010519491231002x', null, 'identity', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', null, 'identity', '11010519491231002X'],
    ['110105 19491231 002X', null, 'identity', '11010519491231002X'],
    ['110105491231002', null, 'identity', '11010519491231002X'],
    ['110105194912310021', null, 'number', '110105194912310021'],
    ['91350100M000100Y43', null, 'credit-code', '91350100M000100Y43'],
    ['138 9381-2345', null, 'phone', '13893812345'],
    ['+8613893812345', null, 'phone', '13893812345'],
    ['0938-8212345', null, 'phone', '09388212345'],
    ['6222 0200 0000 0000 001', null, 'number', '6222020000000000001'],
    ['4111 1111 1111 1111', null, 'bank-card', '4111111111111111'],
    ['Li.Ming@Example.cn', null, 'email', 'li.ming@example.cn'],
    ['甘肃省天水市麦积区甘泉镇12号', null, 'address', '甘肃省天水市麦积区甘泉镇12号'],
    ['峡门村三组路口', 'address', 'address', '峡门村三组路口'],
  ])('%s (%s) is %s', (raw, kind, valueClass, text) => {
    expect(canonical(raw, kind)).toEqual({ valueClass, text });
  });

  it.each([
    ['', null],
    ['王建国', 'name'],
    ['12345', null],
    ['20250131', null],
    ['2025-01-31', 'date'],
    ['2025年1月31日', null],
    ['110105********002X', 'identity'],
    ['138****2345', 'phone'],
    ['6222xxxxxxxx1234', null],
    ['已办结完毕', null],
  ])('%s (%s) is not compared', (raw, kind) => {
    expect(canonical(raw, kind)).toBeNull();
    expect(printsOf(raw, kind)).toEqual([]);
  });

  it('a wrong check place is found', () => {
    for (const digit of '0123456789') expect(isIdentity(`11010519491231002${digit}`)).toBe(false);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
  });

  it('no input makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (raw) => printsOf(raw, null).length <= minHashes));
  });
});

describe('fingerprints', () => {
  it('are 16 hex digits, differ by class and by text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fingerprint('number', a)).toMatch(/^[0-9a-f]{16}$/);
        expect(fingerprint('number', a) === fingerprint('number', b)).toBe(a === b);
        expect(fingerprint('phone', a)).not.toBe(fingerprint('number', a));
      }),
    );
  });

  it('of a hundred thousand numbers in a row none agree, and each of the 64 bits is set about half the time', () => {
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
  const share = (a: string, b: string) => sketch(a).filter((h, i) => h === sketch(b)[i]).length / minHashes;
  it('sketches of a text with a new opening agree, of another text do not', () => {
    expect(share(text, `按照县委统一部署${text}`)).toBeGreaterThanOrEqual(0.4);
    expect(
      share(text, '全镇秋粮收购工作进展顺利已完成任务的九成预计月底前全部结束农民增收明显群众满意度较高'),
    ).toBeLessThan(0.4);
  });
});
