import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalValue,
  fingerprintsOf,
  isCreditCode,
  isIdentityNumber,
} from '../../../src/core/forms/canonical-value.ts';
import { fingerprint, sketch, sketchSize } from '../../../src/core/forms/fingerprint.ts';

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
    // Every class at its edge.
    ['8613893812345', null, 'phone', '13893812345'],
    ['008613893812345', null, 'phone', '13893812345'],
    ['13000000000', null, 'phone', '13000000000'],
    ['12000000000', null, 'number', '12000000000'],
    ['138938123456', null, 'number', '138938123456'],
    ['113893812345', null, 'number', '113893812345'],
    ['861389381234', null, 'number', '861389381234'],
    ['86138938123456', null, 'number', '86138938123456'],
    ['1238613893812345', null, 'number', '1238613893812345'],
    ['0938821234', null, 'phone', '0938821234'],
    ['093882123456', null, 'phone', '093882123456'],
    ['0938821234567', null, 'number', '0938821234567'],
    ['093882123', null, 'number', '093882123'],
    ['123456', null, 'number', '123456'],
    ['1,234,567', null, 'number', '1234567'],
    ['(0938)8212345', null, 'phone', '09388212345'],
    ['4111-1111—1111 1111', null, 'bank-card', '4111111111111111'],
    ['6222020000000000000', null, 'bank-card', '6222020000000000000'],
    ['6222020000000000002', null, 'number', '6222020000000000002'],
    ['6011000990139424', null, 'bank-card', '6011000990139424'],
    ['5555555555554444', null, 'bank-card', '5555555555554444'],
    ['9999999999999995', null, 'bank-card', '9999999999999995'],
    ['9999999999999994', null, 'number', '9999999999999994'],
    ['378282246310005', null, 'number', '378282246310005'],
    ['62220200000000000007', null, 'number', '62220200000000000007'],
    ['  li@example.cn\n', null, 'email', 'li@example.cn'],
    ['a@b.c', null, 'email', 'a@b.c'],
    ['20250132', null, 'number', '20250132'],
    ['21250101', null, 'number', '21250101'],
    ['120250131', null, 'number', '120250131'],
    ['甘肃省天水市麦积区', null, 'address', '甘肃省天水市麦积区'],
    ['甘肃省天水市麦积区（本地）', null, 'address', '甘肃省天水市麦积区本地'],
    [`甘肃省天水市麦积区${'一'.repeat(31)}`, null, 'address', `甘肃省天水市麦积区${'一'.repeat(31)}`],
    [`甘肃省天水市麦积区${'一'.repeat(32)}`, null, 'long-text', `甘肃省天水市麦积区${'一'.repeat(32)}`],
    ['甘肃省天水市麦积区开展，走访了二十户农户家', null, 'long-text', '甘肃省天水市麦积区开展走访了二十户农户家'],
    ['甘肃省天水市麦积区开展走访了二十户农户家', 'work-done', 'long-text', '甘肃省天水市麦积区开展走访了二十户农户家'],
    ['本月走访农户二十户发现隐患两处均已整改', 'address', 'address', '本月走访农户二十户发现隐患两处均已整改'],
    ['abc def, ghi jkl. mno pqr stu vwx', null, 'long-text', 'abcdefghijklmnopqrstuvwx'],
    ['本月走访农户二十户，发现隐患两处均已整改了', null, 'long-text', '本月走访农户二十户发现隐患两处均已整改了'],
  ])('%s (%s) is %s', (raw, kind, valueClass, text) => {
    expect(canonicalValue(raw, kind)).toEqual({ valueClass, text });
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
    ['1234', null],
    ['abcdef', null],
    ['ABCDE12345', null],
    ['a b@c.d', null],
    ['a@b@c.d', null],
    ['a@bcdef', null],
    ['19001231', null],
    ['2025/1/31', null],
    ['2025 01 31', null],
    ['2025.12.09', null],
    ['峡门村三组', 'address'],
    ['一二三四五', 'address'],
    ['本月走访农户二十户发现隐患两处均已整改', null],
    ['甘肃省天水市麦积', null],
    ['甘肃省省省天水市', null],
    ['11010519491232002X', null],
    ['11010517491231002X', null],
    ['01010519491231002X', null],
    ['x11010519491231002X', null],
    ['91350100I000100Y43', null],
    ['x91350100M000100Y43', null],
    ['91350100M000100Y43x', null],
    ['A12345B', null],
    ['12a345678', null],
    ['甲1234567', null],
    ['1234567乙', null],
    ['６２２２＊＊＊＊１２３４', null],
    ['●●●●●●●123456', null],
    ['•••••••123456', null],
  ])('%s (%s) is not compared', (raw, kind) => {
    expect(canonicalValue(raw, kind)).toBeNull();
    expect(fingerprintsOf(raw, kind)).toEqual([]);
  });

  it('a wrong check place is found', () => {
    for (const digit of '0123456789') expect(isIdentityNumber(`11010519491231002${digit}`)).toBe(false);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
  });

  it('no input makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (raw) => fingerprintsOf(raw, null).length <= sketchSize));
  });
});

it('numbers of persons and companies by every place of their form', () => {
  const persons = ['11010519491231002X', '110105194912310020'.slice(0, 17)];
  expect([isIdentityNumber(persons[0] as string), isIdentityNumber(persons[1] as string)]).toEqual([true, false]);
  // A check place that fits, and a form that doesn't: before, behind, another century, month, day.
  const places = '10X98765432';
  const withCheck = (body: string) => {
    let sum = 0;
    for (const [i, digit] of [...body].entries()) sum += Number(digit) * 2 ** (17 - i);
    return body + places[sum % 11];
  };
  for (const born of ['19491231', '18000101', '20991001', '20000110', '19990220', '19991130'])
    expect([born, isIdentityNumber(withCheck(`110105${born}002`))]).toEqual([born, true]);
  for (const born of ['17491231', '21000101', '19490031', '19491331', '19491200', '19491232', '19491240', '19492001'])
    expect([born, isIdentityNumber(withCheck(`110105${born}002`))]).toEqual([born, false]);
  expect(isIdentityNumber(withCheck('01010519491231002'))).toBe(false);
  expect(isIdentityNumber(`${withCheck('11010519491231002')}1`)).toBe(false);
  expect(isIdentityNumber(`1${withCheck('11010519491231002')}`)).toBe(false);
  expect(isCreditCode('91350100M000100Y43')).toBe(true);
  for (const odd of [
    '91350100M000100Y43A',
    'A91350100M000100Y43',
    '9135010XM000100Y43',
    '91350100I000100Y43',
    '',
    '91350100m000100Y43',
  ])
    expect([odd, isCreditCode(odd)]).toEqual([odd, false]);
});

describe('fingerprints', () => {
  it('stay what they are: another computer, another version must find the same', () => {
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
  it('a sketch names its places, and looks at the first two thousand signs', () => {
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
    // One 3-gram at the very end tells two texts apart in at least one place.
    expect(sketch('一二三')).not.toEqual(sketch('一二四'));
    expect(sketch('一二')).toEqual(sketch(''));
    const long = fingerprintsOf(`${random.slice(0, 30)}`, null);
    expect(long).toHaveLength(16);
    expect(long[3]).toEqual({ valueClass: 'long-text', hash: sketch(random.slice(0, 30))[3] });
  });

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
  const share = (a: string, b: string) => sketch(a).filter((h, i) => h === sketch(b)[i]).length / sketchSize;
  it('sketches of a text with a new opening agree, of another text do not', () => {
    expect(share(text, `按照县委统一部署${text}`)).toBeGreaterThanOrEqual(0.4);
    expect(
      share(text, '全镇秋粮收购工作进展顺利已完成任务的九成预计月底前全部结束农民增收明显群众满意度较高'),
    ).toBeLessThan(0.4);
  });
});
