/** Texts of the Not counted tab. */
import type { DropReason } from '../../../../core/events.ts';
import type { LocalizedTexts } from '../../localized-texts.ts';

export const coverage = {
  missing: '没有记录的工作日：',
  paused: (time: string) => `您自己暂停了 ${time}。`,
  never: '这个账本看不到的',
  neverList: [
    '手机上的 App、微信群、钉钉里的接龙、打卡、“收到”',
    '电脑上的客户端软件、Excel、IE 模式的窗口',
    '没有加入、没有允许的网站',
    '有密级标志的页面；信访、举报网站和专办个人事务的网站（绝不记录）',
  ] as readonly string[],
  neverTail: '所以这里的数是下限。',
  phone: '手机上的可以点工具栏图标，自己点一下记下来。',
  dropped: '没能完整记进账本的',
  droppedNote: '只记次数和原因，不记内容；备份里也有。',
  reason: '原因',
  count: '次数',
  none: '没有。',
  unsure: '账本现在有问题，这里还数不全。',
  reasons: {
    'clock-moved': '电脑时钟被改过',
    suspended: '电脑睡眠或页面冻结超过一分钟',
    overlap: '两处同时声称在用，只算后来的',
    overlong: '长得不合理，已截断',
    inconsistent: '算出的时间自相矛盾',
    'not-granted': '还没有允许的网站',
    malformed: '格式不对，没有收下',
    'too-many': '一次来得太多',
    recovered: '浏览器突然关闭，记到最后一次存盘',
    'unreachable-frame': '够不到的内嵌页',
  } satisfies Record<DropReason, string>,
  groups: '还没有允许记录的平台',
  groupsNone: '名录里开着的平台都已允许。',
  groupsSome: (count: number) => `有 ${count} 类平台或网站开着，但浏览器还没有允许。`,
  toSettings: '去设置里允许',
};
export type CoverageTexts = LocalizedTexts<typeof coverage>;
