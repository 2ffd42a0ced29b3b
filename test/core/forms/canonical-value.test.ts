/** Tests which values are compared, and in which canonical form. docs/measurement/repeats.md */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalValue,
  fingerprintsOf,
  isCreditCode,
  isIdentityNumber,
} from '../../../src/core/forms/canonical-value.ts';
import { sketchSize } from '../../../src/core/forms/fingerprint.ts';

describe('canonicalValue', () => {
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
    // Values at the limits of each class.
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
  ])('classifies %s in a field of kind %s as %s', (raw, kind, valueClass, text) => {
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
  ])('does not compare %s in a field of kind %s', (raw, kind) => {
    expect(canonicalValue(raw, kind)).toBeNull();
    expect(fingerprintsOf(raw, kind)).toEqual([]);
  });

  it('refuses wrong check digits', () => {
    for (const digit of '0123456789') expect(isIdentityNumber(`11010519491231002${digit}`)).toBe(false);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
  });

  it('never throws and returns at most as many fingerprints as a sketch has', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (raw) => fingerprintsOf(raw, null).length <= sketchSize));
  });
});

it('checks digits, region, birth date and length of identity numbers, and the form of credit codes', () => {
  const persons = ['11010519491231002X', '110105194912310020'.slice(0, 17)];
  expect([isIdentityNumber(persons[0] as string), isIdentityNumber(persons[1] as string)]).toEqual([true, false]);
  // Correct check digits, but a wrong century, month, day, prefix or length.
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
  for (const wrongCode of [
    '91350100M000100Y43A',
    'A91350100M000100Y43',
    '9135010XM000100Y43',
    '91350100I000100Y43',
    '',
    '91350100m000100Y43',
  ])
    expect([wrongCode, isCreditCode(wrongCode)]).toEqual([wrongCode, false]);
});
