/** Texts of the tab "Not counted". */
import type { DropReason } from '../../../../core/events.ts';
import type { LocalizedTexts } from '../../localized-texts.ts';

export const coverage = {
  missing: '没有记录的工作日：',
  paused: (time: string) => `您暂停记录共 ${time}。`,
  never: '账本看不到的',
  neverList: [
    '手机上的 App、微信群、钉钉里的接龙、打卡、“收到”',
    '电脑上的客户端软件、Excel、IE 模式的窗口',
    '没有加入或没有允许的网站',
    '有密级标志的页面；信访、举报网站和专办个人事务的网站（绝不记录）',
  ] as readonly string[],
  neverTail: '所以这里的数是下限。',
  phone: '手机上的任务，可以点工具栏图标自己记下。',
  dropped: '未能完整记录的',
  droppedNote: '只记次数和原因，不记内容；备份里也有。',
  reason: '原因',
  count: '次数',
  none: '没有。',
  unsure: '账本目前有问题，这里的次数不完整。',
  reasons: {
    'clock-moved': '电脑时钟被改过',
    suspended: '电脑睡眠或页面冻结超过一分钟',
    overlap: '两个页面同时显示为使用中，只计后一个',
    overlong: '时长不合理，已截断',
    inconsistent: '算出的时间前后矛盾',
    'not-granted': '尚未允许记录的网站',
    malformed: '格式错误，未接收',
    'too-many': '一次收到的记录过多',
    recovered: '浏览器意外关闭，只记到最后一次保存',
    'unreachable-frame': '无法访问的内嵌页',
  } satisfies Record<DropReason, string>,
  groups: '尚未允许记录的平台',
  groupsNone: '名录里已开启的平台都已允许。',
  groupsSome: (count: number) => `有 ${count} 类平台或网站已开启，但浏览器尚未允许。`,
  toSettings: '到设置里允许',
};
export type CoverageTexts = LocalizedTexts<typeof coverage>;
