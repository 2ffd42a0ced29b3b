/**
 * The texts that the stores require, in three languages. `npm run store` writes them to files, and `npm run preflight`
 * checks them against the stores' rules. Names and summaries are in public/_locales.
 */
import type { Language } from '../../src/core/settings.ts';

/** The permissions and the two lists of hosts in the manifest. The store texts must give a reason for each. */
export const reasons = [
  'storage',
  'unlimitedStorage',
  'alarms',
  'idle',
  'scripting',
  'activeTab',
  'host_permissions',
  'optional_host_permissions',
] as const;

export interface StoreText {
  /** Plain text. An empty line separates paragraphs. */
  readonly description: string;
  readonly singlePurpose: string;
  /** Search terms of the Edge store. */
  readonly terms: readonly string[];
  /** Why each permission is needed, for the reviewer's form. */
  readonly why: Readonly<Record<(typeof reasons)[number], string>>;
  /** The explanation for the boxes "web history", "user activity" and "website content" of the form. */
  readonly dataUse: string;
  readonly remoteCode: string;
}

export const storeTexts: Readonly<Record<Language, StoreText>> = {
  'zh-CN': {
    description: `每天花在政务平台上的时间有多少？哪些内容填了一遍又一遍？指尖账本替您记下来，只给您自己看。

它做什么
· 在名录里的政务平台上，记下操作和观看的时间、下班以后的时间。
· 数一数填了几张表、几项内容，其中几项在别的平台上已经填过。
· 数一数打卡、上传、点赞、“收到”这类动作。
· 手机上的负担，点一下就能记。
· 需要时导出一份没有姓名、没有单位、没有网站名的月报，逐行检查、逐行可删，由您决定交不交、交给谁。

它不做什么
· 不联网，没有账号，没有服务器。
· 不记您填写的内容、密码、文件、截图、网页文字、标题和网址。
· 不代填、不代点、不代学，不改动任何页面。
· 不给单位看，不打分，不排名。

您同意之前什么都不记。举报、信访、医疗、税务、社保等网站从不记录。看到的是桌面网页里的部分，是下限。请不要装在涉密计算机或政务内网的计算机上。

自由软件（GPL-3.0-or-later），与任何政府机构无关。`,
    singlePurpose: '让一个人看到自己在已知政务平台上花的时间和重复填写的次数。',
    terms: ['时间记录', '重复填报', '基层减负', '表单统计', '本机隐私'],
    why: {
      storage: '保存同意状态、停留时间的检查点和填表过程中的计数。',
      unlimitedStorage: '磁盘紧张时浏览器会清除网站数据，账本也会丢失；有此权限则不会。',
      alarms: '到点结束暂停，清理过期明细。',
      idle: '离开或锁屏后停止计时。',
      scripting: '在安装时已打开的名录页面上、以及用户自己添加的网站上开始记录。',
      activeTab: '用户点“添加本站”时，知道当前是哪个网站。',
      host_permissions: '只在这份政务平台名录上运行，统计那里的时间和填写；没有通配所有网站。',
      optional_host_permissions: '用户主动添加名录以外的系统（如 IP:端口 的内部系统）时，逐个征求同意。',
    },
    dataUse:
      '“网页历史”：名录内主机名和时间。“用户活动”：点击、填写的次数和类别。“网站内容”：只在页面内判断字段类别，不保存。全部只在本机处理，从不传出；不出售，不用于其他目的，不用于信用或借贷。',
    remoteCode: '不使用远程代码。全部脚本在包内；扩展页面的内容安全策略不允许任何连接。',
  },
  'zh-TW': {
    description: `每天花在政務平台上的時間有多少？哪些內容填了一遍又一遍？指尖帳本替您記下來，只給您自己看。

它做什麼
· 在名錄裡的政務平台上，記下操作和觀看的時間、下班以後的時間。
· 數一數填了幾張表、幾項內容，其中幾項在別的平台上已經填過。
· 數一數打卡、上傳、按讚、「收到」這類動作。
· 手機上的負擔，點一下就能記。
· 需要時匯出一份沒有姓名、沒有單位、沒有網站名的月報，逐行檢查、逐行可刪，由您決定交不交、交給誰。

它不做什麼
· 不連網，沒有帳號，沒有伺服器。
· 不記您填寫的內容、密碼、檔案、截圖、網頁文字、標題和網址。
· 不代填、不代點、不代學，不改動任何頁面。
· 不給單位看，不打分，不排名。

您同意之前什麼都不記。舉報、信訪、醫療、稅務、社保等網站從不記錄。看到的是桌面網頁裡的部分，是下限。請不要裝在涉密電腦或政務內網的電腦上。

自由軟體（GPL-3.0-or-later），與任何政府機構無關。`,
    singlePurpose: '讓一個人看到自己在已知政務平台上花的時間和重複填寫的次數。',
    terms: ['時間記錄', '重複填報', '基層減負', '表單統計', '本機隱私'],
    why: {
      storage: '保存同意狀態、停留時間的檢查點和填表過程中的計數。',
      unlimitedStorage: '磁碟吃緊時瀏覽器會清除網站資料，帳本也會遺失；有此權限則不會。',
      alarms: '到點結束暫停，清理過期明細。',
      idle: '離開或鎖定螢幕後停止計時。',
      scripting: '在安裝時已開啟的名錄頁面上、以及使用者自己新增的網站上開始記錄。',
      activeTab: '使用者按「新增本站」時，知道目前是哪個網站。',
      host_permissions: '只在這份政務平台名錄上執行，統計那裡的時間和填寫；沒有萬用所有網站。',
      optional_host_permissions: '使用者主動新增名錄以外的系統（如 IP:連接埠 的內部系統）時，逐個徵求同意。',
    },
    dataUse:
      '「網頁記錄」：名錄內主機名稱和時間。「使用者活動」：點擊、填寫的次數和類別。「網站內容」：只在頁面內判斷欄位類別，不保存。全部只在本機處理，從不傳出；不出售，不用於其他目的，不用於信用或借貸。',
    remoteCode: '不使用遠端程式碼。全部指令碼在套件內；擴充功能頁面的內容安全政策不允許任何連線。',
  },
  en: {
    description: `How many hours a day go into government portals? What is typed again and again? Fingertip Ledger notes it for you, and for you alone.

What it does
· On the portals of its catalogue it notes time spent active and watching, and time after hours.
· It counts forms and fields, and which of them you had already filled in elsewhere.
· It counts check-ins, uploads, likes and “received” replies.
· Burdens on the phone are logged with one tap.
· If you wish, it exports a monthly report without name, unit or site, which you check and trim line by line; you decide whether anyone gets it.

What it doesn't do
· It never goes online; there are no accounts and no server.
· It keeps nothing that you type, no passwords, files, screenshots, page text, titles or addresses.
· It fills, likes and studies nothing for you and changes no page.
· It shows nothing to your unit, gives no scores and no rankings.

Nothing is recorded before you agree. Sites for whistle-blowing, petitions, health, tax or insurance are never recorded. What you see is the part inside a desktop browser: a lower bound. Do not install it on a classified computer or a government intranet.

Free software (GPL-3.0-or-later), not connected with any government body.`,
    singlePurpose:
      'Show one person the time they spend on known government portals and how often they fill in the same things there.',
    terms: ['time log', 'repeat forms', 'paperwork burden', 'form statistics', 'local privacy'],
    why: {
      storage: 'Keeps consent, the checkpoint of the time being counted, and counts of a form being filled in.',
      unlimitedStorage: 'On a full disk a browser evicts site data, and the ledger with it; with this it does not.',
      alarms: 'Ends a pause in time and clears expired details.',
      idle: 'Stops counting when the person leaves or locks the screen.',
      scripting: 'Starts on catalogue pages that were open at installation and on sites that the person adds.',
      activeTab: 'Learns which site is meant when the person presses “add this site”.',
      host_permissions: 'Runs on this list of government portals only, to count time and form filling there.',
      optional_host_permissions:
        'A system outside the list, such as an internal one at IP:port, is asked for one by one when the person adds it.',
    },
    dataUse:
      '“Web history”: host names of the catalogue and times. “User activity”: how many clicks and entries of which kind. “Website content”: the kind of a field is judged inside the page and not kept. All of it is handled on this computer only and never sent; it is not sold, serves no other purpose and is not used for credit or lending.',
    remoteCode: 'None. All scripts are in the package; the content security policy of its pages allows no connection.',
  },
};

/** Returns the listing of one language as Markdown. */
export function listing(language: Language, name: string, summary: string): string {
  const { description, singlePurpose, terms, why, dataUse, remoteCode } = storeTexts[language];
  return [
    `# ${name}`,
    summary,
    '## Description',
    description,
    '## Search terms',
    terms.join(', '),
    '## Single purpose',
    singlePurpose,
    '## Permissions',
    ...reasons.map((permission) => `- \`${permission}\`: ${why[permission]}`),
    '## Data use',
    dataUse,
    '## Remote code',
    `${remoteCode}\n`,
  ].join('\n\n');
}
