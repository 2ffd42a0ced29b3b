/** Clauses of the rules, worded as docs/rules.md quotes them. */
import type { ClausesTexts } from '../../zh-CN/dashboard/clauses.ts';

export const clauses: ClausesTexts = {
  observed: '相關規定（這裡只是觀察到的功能，不是違規認定）',
  exception: '安保、應急等特殊場景除外',
  clause: (text, exception) => `${text}${exception === '' ? '' : `（${exception}）`}。`,
  from: (instruments, strength) => `出自${instruments}。${strength}。`,
  exempt: (count) => `其中 ${count} 次在您標為安保、應急的平台上。`,
  instrumentSeparator: '、',
  instruments: {
    'apps-2026': '國辦函〔2026〕12號',
    'opinions-2023': '《關於防治「指尖上的形式主義」的若干意見》（2023）',
    'relief-2024': '《整治形式主義為基層減負若干規定》（2024）',
    local: '個別地方的規定',
  },
  strengths: { function: '看得到有這個功能', count: '看得到次數，看不出是否必要', hint: '僅供參考' },
  clauses: {
    reporting: '不得隨意或重複要求基層填表報數交材料',
    'report-once': '同類材料最多報一次',
    traces: '不以留痕代替實績',
    photos: '非必要不強制上傳工作照片、影片、截圖',
    'check-in': '原則上不設打卡簽到',
    'instant-reply': '不強制打卡接龍、即時回應',
    likes: '不以按讚、轉發、投票數作為考評依據',
    ranking: '原則上不設積分排名',
    'online-time': '原則上不統計線上時間',
    install: '不強制推廣下載，不通報安裝使用率',
    'one-stop': '同類事項「一站式」平台、「一張表」',
    'off-hours': '非工作時間不佈置工作：全國沒有統一規定，個別地方有',
  },
};
