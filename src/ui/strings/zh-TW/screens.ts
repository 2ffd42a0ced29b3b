/** Texts that the dashboard and the consent page share. */
import type { ScreensTexts } from '../zh-CN/screens.ts';

export const screens: ScreensTexts = {
  lowerBound: '以上數字是下限：手機、聊天群組、用戶端軟體和未加入的網站看不到。平台上的時間本身不等於負擔。',
  loading: '正在讀取…',
  close: '關閉',
  copied: '已複製',
  notCopied: '沒能複製，請選取文字後自行複製。',
  couldNot: '這一塊沒能讀出來',
  notRemoved: '沒能刪除，請再試一次。',
  kept: '沒有刪除任何東西。再試仍不行，請把下面的診斷資訊交給幫您管電腦的人。',
  saidOnce: '這一塊沒能讀出來，原因見本頁的提示。',
  again: '再試一次',
  diagnosis: '複製診斷資訊',
  diagnosisNote: '診斷資訊只有版本和錯誤，沒有網站和內容：',
  scrolls: '表格比螢幕寬，可以左右捲動。',
  languages: '語言',
  acts: {
    'multi-reporting': '多頭填報',
    'trace-keeping': '過度留痕',
    'photo-proof': '拍照上傳',
    'check-in': '打卡簽到',
    'deadline-reply': '限時回覆',
    'micro-directive': '「收到」與接龍',
    'engagement-quota': '按讚轉發',
    ranking: '排名通報',
    'online-duration': '上線時間',
    'forced-install': '強制安裝',
    fragmentation: '頻繁切換',
    'after-hours': '非工作時間',
    'office-oa': '公文流轉',
  },
};
