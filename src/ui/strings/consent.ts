/** Words of the first run: one page that says everything before anything is recorded. */
import type { Language } from '../../core/settings.ts';
import type { Texts } from './texts.ts';

const zhCN = {
  title: '先说清楚：记录什么，不记录什么',
  changedHead: '记录的内容有变，请您重新决定',
  changed: '说明变了，记录已停下；您重新同意后才会再记。以前的记录都在；卸载会把它们删掉。',
  changesHead: '和您上次同意时相比',
  added: '新增',
  dropped: '不再记录',
  nothing: '没有',
  what: '记下政务平台花了您多少时间、哪些内容重复填写。给您自己看；要不要把不含姓名的月报交给研究者，由您每次决定。',
  will: '会记录',
  willList: [
    '名录里的平台和您自己添加的网站（只记主机名）上的停留时间，分操作和观看',
    '打开、提交了几次表单，填了几项，其中几项是重复的；为比对，填过的值只留带密钥的短比对码，35 天后删除',
    '上传、打卡、点赞、“收到”等按了几次',
  ] as readonly string[],
  never: '绝不记录',
  neverList: [
    '您填写的内容、密码、文件、截图',
    '网页文字、标题、完整网址、按钮上的字',
    '其他网站、无痕窗口；信访、举报网站，和专办个人事务（报税、社保、就医、考试等）的网站',
  ] as readonly string[],
  where: '记在哪里',
  whereText: '数据保存在这台电脑的浏览器里。扩展不联网，不把数据传给任何人。',
  whereShared: '同一台电脑、同一浏览器账户的其他使用者能打开它。随时可以暂停、删除一部分或全部删除。',
  policy: '本扩展由单位统一安装。是否记录仍由您决定；管理员或能接触本机的人可能看到记录。',
  sites: '记哪些平台',
  sitesText: '已列入名录的平台默认开着，可以按类关掉，也可以以后在“设置”里改。',
  hours: '您的工作时间',
  hoursText: '只用来在您自己的图上区分“非工作时间”。',
  confirmHead: '请确认',
  confirm: [
    '这不是涉密计算机，也不在涉密网络里。',
    '单位允许在这台电脑上使用这样的个人工具。',
    '我知道：看得到的只是桌面网页，是下限；平台上的时间不等于负担。',
  ] as readonly string[],
  agree: '同意并开始',
  later: '暂不开始',
  remove: '卸载',
  notRemovable: '本扩展由管理员统一安装，您自己不能卸载，只有管理员能。点“暂不开始”，它留在浏览器里，但什么都不记。',
  notRemoved: '浏览器没有卸载本扩展：',
  need: '三项都勾选后才能开始。',
  declinedHead: '没有开始，什么都不记',
  declined: '以后想用，点工具栏上的图标就能回到这一页。',
  back: '回到说明',
  startedHead: '已开始记录',
  started: '打开任何一个平台，约 1 分钟后点工具栏上的图标，就能看到数字。',
  pin: '找不到图标？点工具栏上的拼图按钮，再点图钉，把它固定住。',
  openDashboard: '打开看板',
  failed: '没能开始，请再试一次',
};

export const consentWords: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
    title: '先說清楚：記錄什麼，不記錄什麼',
    changedHead: '記錄的內容有變，請您重新決定',
    changed: '說明變了，記錄已停下；您重新同意後才會再記。以前的記錄都在；移除會把它們刪掉。',
    changesHead: '和您上次同意時相比',
    added: '新增',
    dropped: '不再記錄',
    nothing: '沒有',
    what: '記下政務平台花了您多少時間、哪些內容重複填寫。給您自己看；要不要把不含姓名的月報交給研究者，由您每次決定。',
    will: '會記錄',
    willList: [
      '名錄裡的平台和您自己新增的網站（只記主機名稱）上的停留時間，分操作和觀看',
      '開啟、送出了幾次表單，填了幾項，其中幾項是重複的；為比對，填過的值只留帶金鑰的短比對碼，35 天後刪除',
      '上傳、打卡、按讚、「收到」等按了幾次',
    ],
    never: '絕不記錄',
    neverList: [
      '您填寫的內容、密碼、檔案、截圖',
      '網頁文字、標題、完整網址、按鈕上的字',
      '其他網站、無痕視窗；信訪、舉報網站，和專辦個人事務（報稅、社保、就醫、考試等）的網站',
    ],
    where: '記在哪裡',
    whereText: '資料存在這台電腦的瀏覽器裡。擴充功能不連網，不把資料傳給任何人。',
    whereShared: '同一台電腦、同一瀏覽器帳戶的其他使用者能開啟它。隨時可以暫停、刪除一部分或全部刪除。',
    policy: '本擴充功能由單位統一安裝。是否記錄仍由您決定；管理員或能接觸本機的人可能看到記錄。',
    sites: '記哪些平台',
    sitesText: '已列入名錄的平台預設開著，可以按類關掉，也可以以後在「設定」裡改。',
    hours: '您的工作時間',
    hoursText: '只用來在您自己的圖上區分「非工作時間」。',
    confirmHead: '請確認',
    confirm: [
      '這不是涉密電腦，也不在涉密網路裡。',
      '單位允許在這台電腦上使用這樣的個人工具。',
      '我知道：看得到的只是桌面網頁，是下限；平台上的時間不等於負擔。',
    ],
    agree: '同意並開始',
    later: '暫不開始',
    remove: '移除擴充功能',
    notRemovable:
      '本擴充功能由管理員統一安裝，您自己不能移除，只有管理員能。點「暫不開始」，它留在瀏覽器裡，但什麼都不記。',
    notRemoved: '瀏覽器沒有移除本擴充功能：',
    need: '三項都勾選後才能開始。',
    declinedHead: '沒有開始，什麼都不記',
    declined: '以後想用，點工具列上的圖示就能回到這一頁。',
    back: '回到說明',
    startedHead: '已開始記錄',
    started: '開啟任何一個平台，約 1 分鐘後點工具列上的圖示，就能看到數字。',
    pin: '找不到圖示？點工具列上的拼圖按鈕，再點圖釘，把它固定住。',
    openDashboard: '開啟儀表板',
    failed: '沒能開始，請再試一次',
  },
  en: {
    title: 'First: what is recorded and what is not',
    changedHead: 'What is recorded has changed: please decide again',
    changed:
      'Nothing has been recorded since, and nothing will be until you agree. Earlier records are still there; removing the extension deletes them.',
    changesHead: 'Compared with what you agreed to',
    added: 'New',
    dropped: 'No longer recorded',
    nothing: 'Nothing',
    what: 'See how long government portals take and what you type again. It is for you alone; if a researcher asks for a month without your name, you decide each time.',
    will: 'Recorded',
    willList: [
      'Time on the portals of the catalogue and on sites that you add (by host name only), with typing and clicking kept apart from just watching',
      'Forms opened and sent, number of fields, and how many were repeats; to compare, a short keyed comparison code of a value is kept for 35 days',
      'How often you upload, check in, like, reply “received” and so on',
    ],
    never: 'Never recorded',
    neverList: [
      'What you type, passwords, files, screenshots',
      'Page text, titles, full addresses, words on buttons',
      'Other sites, private windows; sites for petitions and complaints, and sites used only for your own affairs (tax, insurance, medical care, exams)',
    ],
    where: 'Where it is kept',
    whereText: 'In this browser on this computer. The extension never goes online and sends nothing to anybody.',
    whereShared:
      'Anyone using this same browser profile can open it. You can pause, delete or erase everything at any time.',
    policy:
      'Installed by your organisation. Recording is still your choice; an administrator, or anyone at this computer, may be able to see the records.',
    sites: 'Which portals',
    sitesText: 'Portals of the catalogue are on; you can switch off whole kinds, now or later under Settings.',
    hours: 'Your working hours',
    hoursText: 'Used only to mark “after hours” in your own charts.',
    confirmHead: 'Please confirm',
    confirm: [
      'This is not a computer for classified work, nor on a classified network.',
      'My unit allows a personal tool like this on this computer.',
      'I know that only web pages on this computer are seen, so the figures are a lower bound, and that time on a portal is not by itself burden.',
    ],
    agree: 'Agree and start',
    later: 'Not now',
    remove: 'Remove extension',
    notRemovable:
      'Your administrator installed this extension, and only the administrator can remove it. With “Not now” it stays in the browser and records nothing.',
    notRemoved: 'The browser did not remove the extension: ',
    need: 'You can start once all three are ticked.',
    declinedHead: 'Not started; nothing is recorded',
    declined: 'If you change your mind, the icon in the toolbar brings you back here.',
    back: 'Read it again',
    startedHead: 'Recording has started',
    started: 'Open a portal that is on; after about a minute press the icon in the toolbar to see figures.',
    pin: 'No icon? Press the puzzle piece in the toolbar, then the pin.',
    openDashboard: 'Open the dashboard',
    failed: 'Could not start, please try again',
  },
};

/** What each version of this page added to what is recorded, and took from it. Raise `consentVersion` with it. */
export const consentChanges = (
  agreedTo: number,
  language: Language,
): { readonly added: readonly string[]; readonly dropped: readonly string[] } => {
  const versions: readonly {
    readonly version: number;
    readonly added: readonly string[];
    readonly dropped: readonly string[];
  }[] = [{ version: 1, added: consentWords[language].willList, dropped: [] }];
  const since = versions.filter(({ version }) => version > agreedTo);
  return { added: since.flatMap((v) => v.added), dropped: since.flatMap((v) => v.dropped) };
};
