/**
 * The cases of the acts suite: controls as portals show them, in simplified Chinese, traditional Chinese and English.
 * Each control has its burden form, or null if it is a control that must not be counted. Every third case, the set
 * "held-out", was not used while the rules were tuned. See docs/rules.md, "How it is tested".
 */
import type { BurdenForm } from '../../src/core/events.ts';

export const scripts = ['zh-CN', 'zh-TW', 'en'] as const;
export type Script = (typeof scripts)[number];
type Texts = Readonly<Record<Script, string>>;

/**
 * How the suite uses a control. The page only shows `due`, `column`, `board` and `counter`; the suite does not use
 * them.
 */
export type Use =
  | 'press'
  | 'link'
  | 'file'
  | 'prompt'
  | 'report'
  | 'search'
  | 'reply'
  | 'due'
  | 'column'
  | 'board'
  | 'counter';
export const isShown = (use: Use): boolean => ['due', 'column', 'board', 'counter'].includes(use);

export interface Case {
  readonly use: Use;
  /** The heading of the card, the text of the control, and the text of the dialog. */
  readonly heading: Texts;
  readonly text: Texts;
  readonly dialogText: Texts;
  /** The burden form, or null for a counter-example. */
  readonly form: BurdenForm | null;
  readonly set: 'tuned' | 'held-out';
}

export interface Scene {
  readonly name: string;
  /** The kind of portal. The suite chooses a host of this kind. */
  readonly kind: string;
  readonly title: Texts;
  readonly cases: readonly Case[];
}

/** Parses `simplified | traditional | English`. */
const parseTexts = (text: string): Texts => {
  const [cn = '', tw = cn, en = ''] = text.split(' | ');
  return { 'zh-CN': cn, 'zh-TW': tw, en };
};

/**
 * Likes count as a quota only where tasks, points or rankings are shown. If a scene has likes but its board is in the
 * other set, the scene shows this board, which is not a case.
 */
const taskBoard = parseTexts('阅读任务 | 閱讀任務 | Reading task');
export const boardFor = (cases: readonly Case[]): Texts | null => {
  const isQuota = (c: Case) => c.form === 'engagement-quota' && !isShown(c.use);
  const isBoard = (c: Case) => c.use === 'board' && (c.form === 'engagement-quota' || c.form === 'ranking');
  return cases.some(isQuota) && !cases.some(isBoard) ? taskBoard : null;
};

let n = 0;
type Row = readonly [Use, heading: string, text: string, BurdenForm | null, dialogText?: string];
const scene = (name: string, kind: string, title: string, rows: readonly Row[]): Scene => ({
  name,
  kind,
  title: parseTexts(title),
  cases: rows.map(([use, heading, text, form, dialogText = '']) => ({
    use,
    heading: parseTexts(heading),
    text: parseTexts(text),
    dialogText: parseTexts(dialogText),
    form,
    set: n++ % 3 === 2 ? 'held-out' : 'tuned',
  })),
});

export const scenes: readonly Scene[] = [
  scene('party', 'party-building', '智慧党建平台 | 智慧黨建平臺 | Party Building Platform', [
    ['board', '支部积分排行榜 | 支部積分排行榜 | Leaderboard', '', 'ranking'],
    ['press', '主题党日 | 主題黨日 | Theme day', '签到 | 簽到 | Daily check-in', 'check-in'],
    ['press', '今日任务 | 今日任務 | Today', '立即打卡 | 立即打卡 | Check in now', 'check-in'],
    ['link', '上月缺勤 | 上月缺勤 | Missed days', '补签 | 補簽 | Make-up sign-in', 'check-in'],
    ['press', '防汛值守 | 防汛值守 | Flood watch', '报平安 | 報平安 | Report safe', 'check-in'],
    ['press', '支部群 | 支部群 | Branch group', '参与接龙 | 參與接龍 | Join chain', 'micro-directive'],
    ['press', '会议通知 | 會議通知 | Meeting notice', '确认收到 | 確認收到 | Confirm receipt', 'micro-directive'],
    ['link', '文件精神 | 文件精神 | Circular', '已阅 | 已閱 | Acknowledged', 'micro-directive'],
    ['press', '工作提示 | 工作提示 | Work reminder', '回执 | 回執 | Return receipt', 'micro-directive'],
    ['press', '先锋故事 | 先鋒故事 | Story', '点赞 | 點讚 | Like', 'engagement-quota'],
    ['press', '支部动态 | 支部動態 | Branch life', '转发 | 轉發 | Repost', 'engagement-quota'],
    ['link', '网上投票 | 網上投票 | Poll', '投票 | 投票 | Vote', 'engagement-quota'],
    ['press', '知识竞赛 | 知識競賽 | Quiz', '每日答题 | 每日答題 | Daily quiz', 'engagement-quota'],
    ['file', '主题党日 | 主題黨日 | Theme day', '活动照片 | 活動照片 | Activity photos', 'photo-proof'],
    ['file', '学习情况 | 學習情況 | Study', '学习截图 | 學習截圖 | Study screenshot', 'photo-proof'],
    ['file', '入户走访 | 入戶走訪 | Visits', '现场照片 | 現場照片 | On-site photo', 'photo-proof'],
    ['file', '考核指标 | 考核指標 | Indicators', '佐证材料 | 佐證材料 | Supporting evidence', 'trace-keeping'],
    ['file', '结对帮扶 | 結對幫扶 | Pairing', '走访记录 | 走訪記錄 | Visit record', 'trace-keeping'],
    ['press', '景点推荐 | 景點推薦 | Scenic spots', '打卡地 | 打卡地 | Check-in spots', null],
    ['press', '今日任务 | 今日任務 | Today', '已签到 | 已簽到 | Already checked in', null],
    ['link', '今日任务 | 今日任務 | Today', '签到记录 | 簽到記錄 | Check-in history', null],
    ['press', '考勤管理 | 考勤管理 | Attendance record', '打卡 | 打卡 | Check in', null],
    ['press', '视频会议 | 視頻會議 | Login', '签到 | 簽到 | Sign in', null],
    ['press', '快递查询 | 快遞查詢 | Parcels', '签收 | 簽收 | Sign for', null],
    ['file', '党员信息 | 黨員信息 | Member', '证件照 | 證件照 | ID photo', null],
    ['file', '个人中心 | 個人中心 | Profile', '头像 | 頭像 | Avatar', null],
    ['file', '通知公告 | 通知公告 | Notices', '附件 | 附件 | Attachment', null],
    ['press', '党员查询 | 黨員查詢 | Search members', '查询 | 查詢 | Search', null],
    ['press', '党员名册 | 黨員名冊 | Members', '导出 | 匯出 | Export', null],
    ['press', '党员名册 | 黨員名冊 | Members', '编辑 | 編輯 | Edit', null],
    ['link', '来信 | 來信 | Letters', '收到的邮件 | 收到的郵件 | Received mail', null],
    ['press', '订阅 | 訂閱 | Feed', '关闭 | 關閉 | Close', null],
    ['link', '先锋故事 | 先鋒故事 | Story', '转发数 | 轉發數 | Number of reposts', null],
  ]),
  scene('news', 'gov-website', '人民政府门户网站 | 人民政府入口網站 | County Government', [
    ['press', '今日要闻 | 今日要聞 | News today', '点赞 | 點讚 | Like', null],
    ['press', '政务新闻 | 政務新聞 | Government news', '转发 | 轉發 | Share', null],
    ['link', '要闻 | 要聞 | Headlines', '分享到微博 | 分享到微博 | Share to Weibo', null],
    ['link', '部门动态 | 部門動態 | Departments', '收藏 | 收藏 | Favourite', null],
    ['link', '报刊 | 報刊 | Papers', '人民日报 | 人民日報 | Daily paper', null],
    ['board', '新闻点击排行 | 新聞點擊排行 | Most clicked', '', null],
    ['board', 'GDP排名 | GDP排名 | GDP ranking', '', null],
    ['board', '空气质量排名 | 空氣質量排名 | Air quality ranking', '', null],
    ['due', '招标公告 | 招標公告 | Invitation to tender', '截止时间 | 截止時間 | Deadline', null],
    ['due', '征求意见 | 徵求意見 | Public consultation', '截止日期 | 截止日期 | Due date', null],
    ['due', '公务员考试报名 | 公務員考試報名 | Exam registration', '截止时间 | 截止時間 | Deadline', null],
    ['search', '全文检索 | 全文檢索 | Full text', '提交 | 提交 | Submit', null],
    ['press', '下载中心 | 下載中心 | Downloads', '下载 | 下載 | Download', null],
  ]),
  scene('statistics', 'statistics', '统计直报平台 | 統計直報平臺 | Statistics Reporting', [
    ['report', '月报表 | 月報表 | Monthly return', '上报 | 上報 | Submit report', 'multi-reporting'],
    ['report', '基层台账 | 基層臺賬 | Village ledger', '确认上报 | 確認上報 | Submit report', 'multi-reporting'],
    ['report', '统计报表 | 統計報表 | Statistics form', '提交 | 提交 | Submit for review', 'multi-reporting'],
    ['report', '信息采集 | 信息採集 | Information collection', '报送 | 報送 | Data entry', 'multi-reporting'],
    ['press', '疫情日报 | 疫情日報 | Cases', '零报告 | 零報告 | Zero report', 'multi-reporting'],
    ['press', '月报表 | 月報表 | Monthly return', '无变化上报 | 無變化上報 | Report no change', 'multi-reporting'],
    ['due', '任务下达 | 任務下達 | Task', '截止时间 | 截止時間 | Deadline', 'deadline-reply'],
    ['due', '第二批 | 第二批 | Second batch', '填报截止 | 填報截止 | Reporting deadline', 'deadline-reply'],
    ['due', '专项排查 | 專項排查 | Special check', '上报时限 | 上報時限 | Reply by', 'deadline-reply'],
    ['column', '任务清单 | 任務清單 | Task list', '截止日期 | 截止日期 | Due date', 'deadline-reply'],
    ['press', '任务清单 | 任務清單 | Task list', '催办 | 催辦 | Urge', 'deadline-reply'],
    ['board', '各乡镇完成率 | 各鄉鎮完成率 | Township ranking', '', 'ranking'],
    ['search', '报表查询 | 報表查詢 | Query', '提交 | 提交 | Submit', null],
    ['press', '设备监控 | 設備監控 | Sensor', '上报 | 上報 | Report upward', null],
    ['press', '报表管理 | 報表管理 | Forms', '下载模板 | 下載模板 | Download template', null],
    ['press', '报表管理 | 報表管理 | Forms', '重置 | 重置 | Reset', null],
    ['link', '系统 | 系統 | System', '退出 | 登出 | Log out', null],
  ]),
  scene('training', 'cadre-training', '干部网络学院 | 幹部網路學院 | Cadre Academy', [
    ['counter', '学习时长 | 學習時長 | Study duration', '', 'online-duration'],
    [
      'prompt',
      '课程一 | 課程一 | Lesson one',
      '继续学习 | 繼續學習 | Continue studying',
      'online-duration',
      '请确认您正在学习 | 請確認您正在學習 | Are you still there? Please confirm you are studying',
    ],
    [
      'prompt',
      '课程二 | 課程二 | Lesson two',
      '我还在 | 我還在 | I am still here',
      'online-duration',
      '长时间未操作，是否还在学习？ | 長時間未操作，是否還在學習？ | No operation for long: are you there?',
    ],
    [
      'prompt',
      '课程三 | 課程三 | Lesson three',
      '确定 | 確定 | OK',
      'online-duration',
      '防挂机检测：请勿离开 | 防掛機檢測：請勿離開 | Anti-idle check: still watching?',
    ],
    ['press', '每日任务 | 每日任務 | Daily', '学习打卡 | 學習打卡 | Daily check-in', 'check-in'],
    ['board', '学习之星 | 學習之星 | Study star', '', 'ranking'],
    [
      'prompt',
      '课程四 | 課程四 | Lesson four',
      '确定 | 確定 | OK',
      null,
      '长时间未操作，请重新登录 | 長時間未操作，請重新登錄 | Your session has expired for security; log in again',
    ],
    [
      'prompt',
      '课程五 | 課程五 | Lesson five',
      '确定 | 確定 | Yes',
      null,
      '确定要删除这条笔记吗？ | 確定要刪除這條筆記嗎？ | Delete this note?',
    ],
    ['prompt', '课程六 | 課程六 | Lesson six', '确定 | 確定 | OK', null, '保存成功 | 儲存成功 | Saved'],
    ['press', '课程七 | 課程七 | Lesson seven', '继续学习 | 繼續學習 | Continue studying', null],
    ['press', '课程八 | 課程八 | Lesson eight', '播放 | 播放 | Play', null],
    ['link', '课程九 | 課程九 | Lesson nine', '课程简介 | 課程簡介 | Syllabus', null],
  ]),
  scene('office', 'office-oa', '协同办公系统 | 協同辦公系統 | Office Automation', [
    ['press', '任务下发 | 任務下發 | Issue task', '收到 | 收到 | Received', 'micro-directive'],
    ['press', '任务下发 | 任務下發 | Issue task', '签收 | 簽收 | Sign for', 'micro-directive'],
    ['reply', '工作群 | 工作群 | Group', '收到 | 收到 | ok', 'micro-directive'],
    ['reply', '值班群 | 值班群 | Duty group', '好的 | 好的 | yes', 'micro-directive'],
    ['press', '发文办理 | 發文辦理 | Outgoing', '会签 | 會簽 | Countersign', 'office-oa'],
    ['press', '发文办理 | 發文辦理 | Outgoing', '传阅 | 傳閱 | Circulate', 'office-oa'],
    ['press', '请示 | 請示 | Request', '呈批 | 呈批 | Submit for approval', 'office-oa'],
    ['press', '公文处理 | 公文處理 | Official document', '签收 | 簽收 | Sign for', null],
    [
      'reply',
      '工作群 | 工作群 | Group',
      '请各村今天下午报名单 | 請各村今天下午報名單 | please send the list today',
      null,
    ],
    ['search', '公文检索 | 公文檢索 | Find', '查询 | 查詢 | Find', null],
    ['link', '邮箱 | 郵箱 | Mailbox', '已读 | 已讀 | Read', null],
    ['press', '12345 工单 | 12345 工單 | Work order', '反馈 | 反饋 | Feedback', null],
    ['press', '通讯录 | 通訊錄 | Contacts', '新建 | 新建 | New', null],
  ]),
  scene('service', 'service-platform', '政务服务网 | 政務服務網 | Government Services', [
    ['file', '办事材料 | 辦事材料 | Application', '佐证材料 | 佐證材料 | Supporting evidence', null],
    ['file', '企业登记 | 企業登記 | Registration', '营业执照照片 | 營業執照照片 | Licence photo', null],
    ['file', '申请人 | 申請人 | Applicant', '身份证照片 | 身分證照片 | ID card photo', null],
    ['due', '行政许可 | 行政許可 | Permit', '办理时限 | 辦理時限 | Time limit', null],
    ['press', '办件查询 | 辦件查詢 | Track', '查询 | 查詢 | Track', null],
  ]),
  scene('law', 'emergency', '安全生产监管 | 安全生產監管 | Work Safety', [
    ['file', '隐患整改 | 隱患整改 | Rectification', '整改照片 | 整改照片 | Rectification photos', 'photo-proof'],
    ['file', '巡查 | 巡查 | Patrol', '巡查记录 | 巡查記錄 | Patrol record', 'trace-keeping'],
    ['file', '行政执法文书 | 行政執法文書 | Enforcement', '现场照片 | 現場照片 | On-site photo', null],
    ['file', '报销凭证 | 報銷憑證 | Reimbursement voucher', '扫描件 | 掃描件 | Scanned copy', null],
  ]),
  scene('promotion', 'civility-volunteer', '文明实践平台 | 文明實踐平臺 | Civility Platform', [
    ['board', '推广任务 | 推廣任務 | Promotion task', '', 'forced-install'],
    ['board', '转发任务 | 轉發任務 | Repost task', '', 'engagement-quota'],
    ['press', '志愿活动 | 志願活動 | Activities', '扫码签到 | 掃碼簽到 | Scan to sign in', 'check-in'],
    ['press', '网评 | 網評 | Comments', '点赞 | 點讚 | Like', 'engagement-quota'],
    ['link', '手机版 | 手機版 | Mobile', '下载APP | 下載APP | Download app', null],
    ['press', '首次登录 | 首次登入 | First login', '实名认证 | 實名認證 | Verify identity', null],
  ]),
  scene('school', 'education', '教育云平台 | 教育雲平臺 | Education Cloud', [
    ['counter', '选课系统学分 | 選課系統學分 | Semester credits', '', null],
    ['counter', '学分 | 學分 | Credits', '', null],
    ['board', '高校排名 | 高校排名 | University ranking', '', null],
    ['press', '志愿填报 | 志願填報 | College choices', '填报志愿 | 填報志願 | Choose colleges', null],
  ]),
  scene('points', 'party-study', '学习平台 | 學習平臺 | Study Platform', [
    ['board', '积分排行 | 積分排行 | Points ranking', '', 'ranking'],
    ['counter', '今日学习时长 | 今日學習時長 | Study hours', '', 'online-duration'],
    ['press', '要闻 | 要聞 | Reading', '转发 | 轉發 | Share', 'engagement-quota'],
    ['press', '视频播放 | 視頻播放 | Video', '暂停 | 暫停 | Pause', null],
  ]),
  scene('village', 'rural-revitalization', '乡村振兴一体化平台 | 鄉村振興一體化平臺 | Rural Revitalisation Platform', [
    ['file', '入户核查 | 入戶核查 | Household check', '入户照片 | 入戶照片 | Visit photos', 'photo-proof'],
    ['press', '农产品展销 | 農產品展銷 | Products', '分享 | 分享 | Share', null],
    ['press', '驻村帮扶 | 駐村幫扶 | Village posting', '在岗签到 | 在崗簽到 | On-duty sign-in', 'check-in'],
    ['press', '工作群通知 | 工作群通知 | Group notice', '已知晓 | 已知曉 | Noted', 'micro-directive'],
    ['file', '农户信息 | 農戶信息 | Household', '户口簿照片 | 戶口簿照片 | Household register photo', null],
    ['file', '帮扶责任人 | 幫扶責任人 | Helper', '帮扶记录 | 幫扶記錄 | Assistance record', 'trace-keeping'],
    ['due', '问题整改 | 問題整改 | Rectification', '反馈时限 | 反饋時限 | Reply by', 'deadline-reply'],
    ['press', '数据核查 | 數據核查 | Data check', '刷新 | 重新整理 | Refresh', null],
    [
      'report',
      '监测户台账 | 監測戶臺賬 | Household ledger',
      '提交审核 | 提交審核 | Submit for review',
      'multi-reporting',
    ],
    ['board', '乡镇排名 | 鄉鎮排名 | Township ranking', '', 'ranking'],
    ['link', '政策文件 | 政策文件 | Policies', '下载 | 下載 | Download', null],
    ['press', '工作提示 | 工作提示 | Work reminder', '收到 | 收到 | Received', 'micro-directive'],
  ]),
];
