/** Words of what is not seen. */
import type { Texts } from './texts.ts';

const zhCN = {
  line: (recorded: number, expected: number) =>
    expected === 0
      ? '这段时间没有工作日。'
      : expected === 1
        ? `这个工作日${recorded === 1 ? '有' : '还没有'}记录。`
        : `应记 ${expected} 个工作日，实际有记录 ${recorded} 天。`,
  missing: '没有记录的工作日：',
  paused: (time: string) => `您自己暂停了 ${time}。`,
  never: '这个账本看不到的',
  neverList: [
    '手机上的 App、微信群、钉钉里的接龙、打卡、“收到”',
    '电脑上的客户端软件、Excel、IE 模式的窗口',
    '没有加入、没有允许的网站',
    '有密级标志的页面；信访、举报网站和专办个人事务的网站（绝不记录）',
  ] as readonly string[],
  neverTail: '所以这里的数是下限。手机上的可以点工具栏图标，自己点一下记下来。',
  dropped: '收到但没有采用的记录',
  droppedNote: '截短、丢弃、拒收的只数次数，也会写进备份。',
  reason: '原因',
  count: '次数',
  none: '没有。',
  reasons: {
    'clock-moved': '电脑时钟被改过',
    suspended: '电脑睡眠或页面冻结超过一分钟',
    overlap: '两处同时声称在用，只算后来的',
    overlong: '长得不合理，已截断',
    inconsistent: '算出的时间自相矛盾',
    'unknown-frame': '认不出是哪个网站的内嵌页',
    'not-granted': '还没有允许的网站',
    paused: '暂停期间',
    malformed: '格式不对，没有收下',
    'too-many': '一次来得太多',
    storage: '没能存下（磁盘）',
    recovered: '浏览器突然关闭，记到最后一次存盘',
    secrecy: '有密级标志的页面，已收回',
    'unreachable-frame': '够不到的内嵌页',
    unresolved: '还没等到提交结果',
  },
  groups: '还没有允许记录的平台',
  groupsNone: '名录里开着的平台都已允许。',
  groupsSome: (count: number) => `有 ${count} 处开着，但浏览器还没有允许。`,
  toSettings: '去设置里允许',
};

export const coverageWords: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
    line: (recorded, expected) =>
      expected === 0
        ? '這段時間沒有工作日。'
        : expected === 1
          ? `這個工作日${recorded === 1 ? '有' : '還沒有'}記錄。`
          : `應記 ${expected} 個工作日，實際有記錄 ${recorded} 天。`,
    missing: '沒有記錄的工作日：',
    paused: (time) => `您自己暫停了 ${time}。`,
    never: '這個帳本看不到的',
    neverList: [
      '手機上的 App、微信群、釘釘裡的接龍、打卡、「收到」',
      '電腦上的用戶端軟體、Excel、IE 模式的視窗',
      '沒有加入、沒有允許的網站',
      '有密級標誌的頁面；信訪、舉報網站和專辦個人事務的網站（絕不記錄）',
    ],
    neverTail: '所以這裡的數是下限。手機上的可以點工具列圖示，自己點一下記下來。',
    dropped: '收到但沒有採用的記錄',
    droppedNote: '截短、捨棄、拒收的只數次數，也會寫進備份。',
    reason: '原因',
    count: '次數',
    none: '沒有。',
    reasons: {
      'clock-moved': '電腦時鐘被改過',
      suspended: '電腦睡眠或頁面凍結超過一分鐘',
      overlap: '兩處同時聲稱在用，只算後來的',
      overlong: '長得不合理，已截斷',
      inconsistent: '算出的時間自相矛盾',
      'unknown-frame': '認不出是哪個網站的內嵌頁',
      'not-granted': '還沒有允許的網站',
      paused: '暫停期間',
      malformed: '格式不對，沒有收下',
      'too-many': '一次來得太多',
      storage: '沒能存下（磁碟）',
      recovered: '瀏覽器突然關閉，記到最後一次存檔',
      secrecy: '有密級標誌的頁面，已收回',
      'unreachable-frame': '搆不到的內嵌頁',
      unresolved: '還沒等到送出結果',
    },
    groups: '還沒有允許記錄的平台',
    groupsNone: '名錄裡開著的平台都已允許。',
    groupsSome: (count) => `有 ${count} 處開著，但瀏覽器還沒有允許。`,
    toSettings: '去設定裡允許',
  },
  en: {
    line: (recorded, expected) =>
      expected === 0
        ? 'No workday in this period.'
        : expected === 1
          ? `This workday has ${recorded === 1 ? 'records' : 'no records yet'}.`
          : `${recorded} of ${expected} workdays have records.`,
    missing: 'Workdays without records: ',
    paused: (time) => `Recording was paused for ${time}.`,
    never: 'What this ledger does not see',
    neverList: [
      'Phone apps, chat groups: chain replies, check-ins, “received”',
      'Desktop programs, Excel, windows in IE mode',
      'Sites you have not added, and sites without permission',
      'Pages that bear a secrecy mark, sites for petitions and complaints, and sites only for your own affairs (never recorded)',
    ],
    neverTail: 'So the figures here are a lower bound. What the phone asks for can be noted in the popup by one tap.',
    dropped: 'Left out',
    droppedNote: 'Records that were cut short, thrown away or not accepted: counts only, which also go into backups.',
    reason: 'Reason',
    count: 'Times',
    none: 'Nothing.',
    reasons: {
      'clock-moved': 'The computer’s clock was changed',
      suspended: 'The computer slept or the page froze for over a minute',
      overlap: 'Two places claimed the same moment; the later one has it',
      overlong: 'Implausibly long, cut off',
      inconsistent: 'The times worked out contradict each other',
      'unknown-frame': 'An embedded page of an unknown site',
      'not-granted': 'A site without permission',
      paused: 'While paused',
      malformed: 'Malformed, not accepted',
      'too-many': 'Too many at once',
      storage: 'Could not be stored (disk)',
      recovered: 'The browser closed suddenly; counted to the last save',
      secrecy: 'A page with a secrecy mark, taken back',
      'unreachable-frame': 'An embedded page out of reach',
      unresolved: 'Still waiting for the outcome of a form',
    },
    groups: 'Portals without permission yet',
    groupsNone: 'Every portal that is switched on has permission.',
    groupsSome: (count) => `${count} switched on, but not yet allowed by the browser.`,
    toSettings: 'Allow them in Settings',
  },
};
