/** Tests the word classifier with a small table, laws for any text, and the shipped tables with known phrases. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileWordModel, longestText, normalizeWords, type WordModel } from '../../../src/core/forms/word-model.ts';
import { wordModels } from '../../../src/data/index.ts';

const noFold: WordModel['fold'] = ['', ''];
const small: WordModel = {
  fold: ['儲', '储'],
  bias: { neutral: 1, success: 0, failure: 0 },
  weights: {
    success: { '5': '成功 储存', '-9': '?' },
    failure: { '4': '失败 ,未', '20': ',无需,' },
  },
};
const classify = compileWordModel(small);

describe('normalized words', () => {
  it.each([
    ['提 交', ',提交,'],
    ['Ｓａｖｅ  Changes', ',save,changes,'],
    ['保存（S）', ',保存,s,'],
    ['共 1 2 条，第345页。', ',共,条,第,页,'],
    ['确定吗？？', ',确定吗??,'],
    ['——', ','],
    ['', ','],
  ])('of %j are %s', (text, plain) => {
    expect(normalizeWords(text, noFold)).toBe(plain);
  });

  it('have simplified characters', () => {
    expect(normalizeWords('儲存', small.fold)).toBe(',储存,');
  });

  it('keep only the start of a long text', () => {
    expect(normalizeWords('错'.repeat(5000), noFold)).toBe(`,${'错'.repeat(longestText)},`);
    // One character that NFKC turns into eighteen.
    expect(normalizeWords('\uFDFA'.repeat(5000), noFold).length).toBeLessThanOrEqual(longestText * 18 + 2);
  });
});

describe('a small table', () => {
  it.each([
    ['操作成功', 'success', 4],
    ['儲存', 'success', 4],
    ['操作失败', 'failure', 3],
    ['未成功', 'success', 1],
    ['成功?', 'neutral', 1],
    ['成功了，成功', 'success', 4],
    ['无需', 'failure', 19],
    ['无需处理', 'neutral', 1],
    ['其他', 'neutral', 1],
  ])('classifies %s as %s', (text, label, margin) => {
    expect(classify(text)).toEqual({ label, margin });
  });

  it('gives the first label on equal sums', () => {
    const equal = compileWordModel({ ...small, bias: { neutral: 5, success: 0, failure: 0 } });
    expect(equal('成功')).toEqual({ label: 'neutral', margin: 0 });
  });
});

describe('laws of the shipped tables', () => {
  const tasks = Object.entries(wordModels).map(([task, model]) => ({
    task,
    model,
    classifyText: compileWordModel(model),
  }));
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'请输入保存成功失败不能为空确定吗？密码 管理,.0aB儲'), maxLength: 40 }),
  );

  it.each(tasks)(
    '$task: any text gets one of the labels and an integer margin of at least 0',
    ({ model, classifyText }) => {
      fc.assert(
        fc.property(texts, (text) => {
          const { label, margin } = classifyText(text);
          expect(Object.keys(model.bias)).toContain(label);
          expect(Number.isInteger(margin) && margin >= 0).toBe(true);
        }),
      );
    },
  );

  it.each(tasks)('$task: width, case and white space between characters change nothing', ({ classifyText }) => {
    const characters = fc.array(fc.constantFrom(...'请输入保存成功失败不能为空确定密码管理审核'), { maxLength: 20 });
    fc.assert(
      fc.property(characters, fc.constantFrom(' ', '\u3000', '\n', '\u00a0', ''), (list, gap) => {
        expect(classifyText(list.join(gap))).toEqual(classifyText(list.join('')));
      }),
    );
    expect(classifyText('ＳＡＶＥ！')).toEqual(classifyText('save!'));
  });

  it.each(tasks)('$task: what follows the first characters is not read', ({ classifyText }) => {
    fc.assert(
      fc.property(fc.string({ minLength: longestText, maxLength: longestText }), fc.string(), (start, rest) => {
        expect(classifyText(start + rest)).toEqual(classifyText(start));
      }),
    );
  });

  it.each(tasks)('$task: n-grams have up to four characters, weights are small integers', ({ model }) => {
    for (const [label, lists] of Object.entries(model.weights)) {
      expect(Object.keys(model.bias)).toContain(label);
      for (const [weight, list] of Object.entries(lists)) {
        expect(Math.abs(Number(weight))).toBeLessThan(100);
        for (const gram of list.split(' ')) if (!/^,.*,$/.test(gram)) expect([...gram].length).toBeLessThanOrEqual(4);
      }
    }
  });

  it('all tables together are small enough to be stored beside the recording flag', () => {
    expect(new TextEncoder().encode(JSON.stringify(wordModels)).length).toBeLessThan(40_000);
  });
});
