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
    expect(new TextEncoder().encode(JSON.stringify(wordModels)).length).toBeLessThan(42_000);
  });
});

describe('known phrases', () => {
  const refusals = ['failure', 'validation'];
  it.each<[keyof typeof wordModels, readonly string[], string]>([
    [
      'messages',
      refusals,
      '没有操作权限|服务器繁忙，请稍后再试|身份证号重复|已超过填报截止时间|查无此人|登录已过期|请上传附件|人均收入须为数字|保存未完成|保存失败：该身份证号本期已登记|姓名不能为空|请输入手机号|未成功，请重试|操作失敗|成功3条，失败2条|Network error',
    ],
    ['messages', ['success'], '操作成功|保存成功|提交成功，请等待审核|儲存成功|Saved|Saved successfully|已提交'],
    ['messages', ['question'], '确认上报吗？上报后不可修改。|是否确认提交?|Are you sure?|删除后不可恢复，确定继续？'],
    ['messages', ['progress'], '加载中|正在提交，请稍候'],
    [
      'controls',
      ['commit'],
      '提 交|保存|上 报|录入|更新|审核通过|立即申请|保存并打印|上传并提交|返回并保存|送出|儲存|Save changes|Submit',
    ],
    ['controls', ['open'], '添加|新增|修改|编辑'],
    ['controls', ['nav'], '待上报|我的提交|上报记录|已办结|登记台账|填报说明|发布时间'],
    ['controls', ['search'], '查 询|搜索|Search'],
    ['controls', ['draft'], '暂存|保存草稿|暫存'],
    ['controls', ['delete'], '删 除|批量删除|Delete'],
    ['controls', ['cancel'], '取 消|返回|关闭|Cancel'],
    ['controls', ['confirm'], '确 定|確定|OK|知道了'],
    [
      'fields',
      ['secret'],
      '密 码|确认密码|請輸入密碼|验证码|短信验证码|动态口令|支付密码|PIN码|安全码|password|captcha|API密钥',
    ],
    ['fields', ['identity'], '身份证号|居民身份證號碼'],
    ['fields', ['phone'], '联系电话|聯絡電話|户主联系电话'],
    ['fields', ['other'], '天气|用户名'],
  ])('%s: %j', (task, labels, phrases) => {
    const classifyText = compileWordModel(wordModels[task]);
    const wrong = phrases.split('|').filter((phrase) => !labels.includes(classifyText(phrase).label));
    expect(wrong).toEqual([]);
  });
});
