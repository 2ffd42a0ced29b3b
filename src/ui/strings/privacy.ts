/** The privacy policy: shown inside the extension, and written out for the stores by `npm run store`. */
import type { Texts } from './texts.ts';

const zhCN = {
  title: '隐私说明',
  language: '语言',
  changed: '最近修改：2026 年 11 月 28 日（第一版）。以后每次修改都写在这里；多记一样东西之前，会重新征求您同意。',
  lead: '指尖账本把记录只放在您这台电脑的这个浏览器里。它从不联网，没有账号，没有服务器，我们收不到任何东西。您同意之前什么都不记。',
  keptHead: '记什么、为什么、留多久',
  columns: ['记录', '用途', '保存'] as readonly string[],
  kept: [
    [
      '在名录平台和您添加的网站上的时间段：主机名、起止时刻、操作还是观看',
      '算出时间和非工作时间',
      '逐次记录 35 天（可改 7 或 100 天）；每天的汇总和主机名留到您删除',
    ],
    ['填了一项：方式（键入、粘贴等）、字段类别、字数、用时、是否重复', '算出重复填写', '同上'],
    ['提交、暂存、失败：次数、用时、表单的带密钥摘要', '算出表单数', '同上'],
    ['打卡、上传、点赞、“收到”等：时刻和类别；限时任务大约还剩多久', '算出各类负担', '同上'],
    [
      '填过的值的带密钥短比对码（24 位）：不含值本身，不带时刻，不连到任何一次填写',
      '知道同样的值又填了一遍',
      '35 天；可选“只在本次会话”',
    ],
    ['您点记的手机负担、添加的网站、对平台的回答、设置；每天暂停了多久', '让账目完整', '留到您删除'],
  ] as readonly (readonly string[])[],
  sections: [
    [
      '绝不记录',
      '填写的内容、密码、验证码、文件和文件名、截图、网页文字、标题、网址路径、其他网站、无痕窗口。举报、信访、投诉、纪检、法院的网站，和专办个人事务（报税、社保、就医、考试、公积金）的网站，在“绝不记录”名单里。标题带密级标志的页面不记录。',
    ],
    [
      '谁能看到',
      '能用这台电脑上这个浏览器账户的人。硬盘上的记录没有另外加密：拿到硬盘、又有一份名单的人，可以核对某个号码近五周有没有填过；选“只在本次会话”就不会。单位统一安装时，管理员也可能看到。',
    ],
    [
      '导出',
      '月报、备份、本人完整记录，只在您按下“保存”时变成文件，由您决定交给谁。月报里没有姓名、单位、网站名，可以逐行删去，看到的就是文件的全部。备份是完整的账本，请当作私人物品保管，可以设口令。“各平台”表可以存为 CSV，里面有网站名、时间和次数；重复填写项清单可以存为 CSV 或打印，里面有项目、平台和次数，没有人名；可以引用的那句话和诊断信息，按“复制”才进剪贴板。',
    ],
    [
      '删除',
      '可以删最近 30 分钟、“时间”页上的某一段、一天、一段日期、一个平台，或全部删除；除全部删除外，删后马上可以撤销。卸载扩展时，浏览器会删除它的全部数据。',
    ],
    ['第三方', '没有。不用分析、广告、崩溃上报；不出售、不转让任何数据。'],
    [
      '有限使用',
      '浏览器商店把它处理的数据叫作“网页历史”“用户活动”“网站内容”。这些只在本机处理，只用来给您看您自己的账；不用于别的目的，不给别人看，不用于信用或借贷。',
    ],
    [
      '联系',
      '没有专门的邮箱或电话。有疑问，请问给您这个扩展的人，或在您下载它的地方（商店页面、源代码仓库）留言；发现安全漏洞，请按源代码里的 SECURITY.md 私下告知。留言时不要写真实的姓名、号码和网址。',
    ],
  ] as readonly (readonly [string, string])[],
};

export const privacyWords: Texts<typeof zhCN> = {
  'zh-CN': zhCN,
  'zh-TW': {
    title: '隱私說明',
    language: '語言',
    changed: '最近修改：2026 年 11 月 28 日（第一版）。以後每次修改都寫在這裡；多記一樣東西之前，會重新徵求您同意。',
    lead: '指尖帳本把記錄只放在您這台電腦的這個瀏覽器裡。它從不連網，沒有帳號，沒有伺服器，我們收不到任何東西。您同意之前什麼都不記。',
    keptHead: '記什麼、為什麼、留多久',
    columns: ['記錄', '用途', '保存'],
    kept: [
      [
        '在名錄平台和您新增的網站上的時間段：主機名稱、起訖時刻、操作還是觀看',
        '算出時間和非工作時間',
        '逐次記錄 35 天（可改 7 或 100 天）；每天的彙總和主機名稱留到您刪除',
      ],
      ['填了一項：方式（鍵入、貼上等）、欄位類別、字數、用時、是否重複', '算出重複填寫', '同上'],
      ['送出、暫存、失敗：次數、用時、表單的帶金鑰摘要', '算出表單數', '同上'],
      ['打卡、上傳、按讚、「收到」等：時刻和類別；限時任務大約還剩多久', '算出各類負擔', '同上'],
      [
        '填過的值的帶金鑰短比對碼（24 位元）：不含值本身，不帶時刻，不連到任何一次填寫',
        '知道同樣的值又填了一遍',
        '35 天；可選「只在本次工作階段」',
      ],
      ['您點記的手機負擔、新增的網站、對平台的回答、設定；每天暫停了多久', '讓帳目完整', '留到您刪除'],
    ],
    sections: [
      [
        '絕不記錄',
        '填寫的內容、密碼、驗證碼、檔案和檔名、截圖、網頁文字、標題、網址路徑、其他網站、無痕視窗。舉報、信訪、投訴、紀檢、法院的網站，和專辦個人事務（報稅、社保、就醫、考試、公積金）的網站，在「絕不記錄」名單裡。標題帶密級標誌的頁面不記錄。',
      ],
      [
        '誰能看到',
        '能用這台電腦上這個瀏覽器帳戶的人。硬碟上的記錄沒有另外加密：拿到硬碟、又有一份名單的人，可以核對某個號碼近五週有沒有填過；選「只在本次工作階段」就不會。單位統一安裝時，管理員也可能看到。',
      ],
      [
        '匯出',
        '月報、備份、本人完整記錄，只在您按下「儲存」時變成檔案，由您決定交給誰。月報裡沒有姓名、單位、網站名，可以逐列刪去，看到的就是檔案的全部。備份是完整的帳本，請當作私人物品保管，可以設密碼。「各平台」表可以存為 CSV，裡面有網站名、時間和次數；重複填寫項清單可以存為 CSV 或列印，裡面有項目、平台和次數，沒有人名；可以引用的那句話和診斷資訊，按「複製」才進剪貼簿。',
      ],
      [
        '刪除',
        '可以刪最近 30 分鐘、「時間」頁上的某一段、一天、一段日期、一個平台，或全部刪除；除全部刪除外，刪後馬上可以復原。移除擴充功能時，瀏覽器會刪除它的全部資料。',
      ],
      ['第三方', '沒有。不用分析、廣告、當機回報；不出售、不轉讓任何資料。'],
      [
        '有限使用',
        '瀏覽器商店把它處理的資料叫作「網頁記錄」「使用者活動」「網站內容」。這些只在本機處理，只用來給您看您自己的帳；不用於別的目的，不給別人看，不用於信用或借貸。',
      ],
      [
        '聯絡',
        '沒有專門的信箱或電話。有疑問，請問給您這個擴充功能的人，或在您下載它的地方（商店頁面、原始碼儲存庫）留言；發現安全漏洞，請按原始碼裡的 SECURITY.md 私下告知。留言時不要寫真實的姓名、號碼和網址。',
      ],
    ],
  },
  en: {
    title: 'Privacy policy',
    language: 'Language',
    changed:
      'Last changed: November 28, 2026 (first version). Later changes are listed here; before anything more is recorded you are asked again.',
    lead: 'Fingertip Ledger keeps its records in this browser on this computer and nowhere else. It never goes online, has no accounts and no server, and we receive nothing. Nothing is recorded before you agree.',
    keptHead: 'What is recorded, what for, how long',
    columns: ['Record', 'What for', 'Kept'],
    kept: [
      [
        'Times on catalogue portals and on sites that you add: host name, start, end, active or watching',
        'hours, after hours',
        'single records 35 days (7 or 100 by choice); daily summaries and host names until you delete them',
      ],
      [
        'A field was filled: how (typed, pasted …), kind of field, number of characters, time, whether it was a repeat',
        'repetitive form filling',
        'the same',
      ],
      ['Submissions, drafts, failures: count, time, a keyed digest of the form', 'number of forms', 'the same'],
      [
        'Check-ins, uploads, likes, “received” replies: moment and kind; roughly how close the deadline was',
        'burden forms',
        'the same',
      ],
      [
        'A short keyed comparison code (24 bits) of a value entered: not the value, without a time, tied to no entry',
        'to know that the same was entered again',
        '35 days; “this session only” by choice',
      ],
      [
        'Phone burdens you log, sites you add, your answers about portals, settings; how long each day was paused',
        'a complete ledger',
        'until you erase it',
      ],
    ],
    sections: [
      [
        'Never recorded',
        'What you type, passwords, one-time codes, files and their names, screenshots, page text, titles, paths of addresses, other sites, private windows. Sites for whistle-blowing, petitions, complaints, inspection and courts, and sites used only for your own affairs (tax, insurance, medical care, exams, housing fund), are never recorded. A page whose heading bears a secrecy mark is not recorded.',
      ],
      [
        'Who can see it',
        'Whoever can use this browser profile on this computer. The records on the disk are not additionally encrypted: someone who has the disk and a list of people can check whether a number was entered in the last five weeks; with “this session only” they can’t. Where a unit installed the extension, an administrator may see it too.',
      ],
      [
        'Export',
        'The monthly report, the backup and your own full record become files only when you press “save”, and you decide who gets them. The monthly report holds no name, unit or site, every line about you can be removed, and what you see is the whole file. A backup is the whole ledger: keep it private; it can have a passphrase. The table of portals can be saved as CSV, with host names, times and counts; the list of repeated items can be saved as CSV or printed, with items, portals and counts and no person. The sentence to quote and the details of an error go to the clipboard only when you press “copy”.',
      ],
      [
        'Erasing',
        'The last 30 minutes, one stretch on the Time page, a day, a range of days, a portal, or everything; all but the last can be undone right afterwards. When the extension is removed, the browser deletes all its data.',
      ],
      ['Third parties', 'None. No analytics, advertising or crash reports; no data is sold or handed on.'],
      [
        'Limited use',
        'Browser stores call what it handles “web history”, “user activity” and “website content”. It is handled on this computer only, to show you your own ledger; it serves no other purpose, is shown to nobody, and is not used for credit or lending.',
      ],
      [
        'Contact',
        'There is no contact address. Ask whoever gave you the extension, or where you got it (the store page or the source repository); report security flaws privately, as SECURITY.md in the source says. Leave out real names, numbers and addresses.',
      ],
    ],
  },
};
