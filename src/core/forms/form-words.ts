/**
 * Words and selectors that recognise form filling, in simplified and traditional Chinese and English. They are plain
 * strings. The worker stores these strings next to the recording flag, where pages read them, so that the content
 * script stays small. docs/measurement/forms.md
 */
import type { CommitClass, EntryWay } from '../events.ts';

const dialogs =
  'dialog,[role=dialog],[class*=-drawer],[class$=-dialog],.ant-modal,.layui-layer,.window,.modal,.vxe-modal--box,.el-message-box';

/** Patterns are regular expressions over normalised text, selectors are CSS. */
export interface FormWords {
  /**
   * Class of a control → pattern of its words. The first match decides. Null is the class of controls that affect no
   * form.
   */
  readonly commits: readonly (readonly [CommitClass | 'template' | 'export' | 'quit' | null, string])[];
  /** Patterns of messages on the page. `plainlyWell`: clear success. `fails`: failure. `succeeds`: success. */
  readonly plainlyWell: string;
  readonly fails: string;
  readonly succeeds: string;
  /** Pattern of messages that deny a success or ask about it. */
  readonly unsure: string;
  /** Pattern of the labels and names of fields that are never read: passwords and one-time codes. */
  readonly secret: string;
  /** Types of inputs that are never read, each between two `|`. */
  readonly unread: string;
  /**
   * Types of inputs in which a person chooses a value instead of typing it, each between two `|`. Their values are not
   * compared.
   */
  readonly chosen: string;
  /** `inputType` of an input event → way of entry. Any other `inputType` means `typed`. */
  readonly ways: Readonly<Record<string, EntryWay>>;
  /** Pattern of the names of spreadsheet files. */
  readonly sheets: string;
  readonly dialogs: string;
  /** Containers of fields that are sent together: dialogs, forms, panels. */
  readonly boxes: string;
  /** Options in drop-down lists and calendars that are picked by a click. */
  readonly options: string;
  /** Custom radio buttons, check boxes and switches. */
  readonly toggles: string;
  /** Custom controls that open a list of options. */
  readonly pickers: string;
  /** Native fields. */
  readonly inputs: string;
  /** Elements that hold one field with its label. */
  readonly items: string;
  readonly labels: string;
  /** Errors at a field. */
  readonly errors: string;
  /** Elements that show messages. */
  readonly messages: string;
}

/** The shipped words and selectors. */
export const formWords: FormWords = {
  // The order matters: 保存草稿 is a draft and not a commit; 查询结果导出 is an export and not a search.
  commits: [
    ['template', '模[板版].*(下[载載]|[导匯]出)|(下[载載]|[导匯]出).*模[板版]|download.*template'],
    ['export', '[导匯]出|export'],
    ['quit', '取消|[关關][闭閉]|返回|cancel|close|back'],
    // Burden acts, file transfers and previews submit no form.
    [
      null,
      '打卡|[签簽]到|收到|[点點][赞讚]|[转轉][发發]|[导匯]入|下[载載]|打印|列印|[预預]|上[传傳]|[验驗]|退出|import|print|preview|^view|load|choose|select',
    ],
    ['draft', '[暂暫]存|草稿|draft'],
    ['search', '查[询詢找]|搜|[检檢]索|[筛篩]|search|query|filter|^find'],
    ['reset', '重[置設]|清[空除]|reset|clear'],
    ['delete', '[删刪移]除|作[废廢]|delete|remove'],
    ['next', '[下上]一[步页頁]|next|previous'],
    ['login', '登[录陆陸錄入]|login|signin'],
    ['confirm', '^([确確][定认認]|是的?|好的?|ok|yes|confirm)$'],
    [
      'commit',
      '提交|[保儲]存|存[盘盤]|[上呈申填][报報]|[报報送][送审審出]|[办辦][结結]|[签簽]收|[发發][布佈送]|[回答][复覆復]|[确確][定认認]|完成|采集|登[记記]|submit|save|send|publish|post|reply|update|finish|complete|register|create|^report(?!s|ing)|^(dataentry|backfill|fillinand)',
    ],
  ],
  plainlyWell: '^.{0,8}成功',
  fails:
    '失[败敗]|[错錯误誤]|[异異]常|不[能可得正合]|必[填选選]|[请請](先|填|[输輸]|[选選]|重)|已存|已登|重[复複]提|[无無]效|超[时時]|[未不]通|fail|error|invalid|required|must |cannot|please ',
  succeeds:
    '成功|已([提保送儲更]|[上回][报報复覆]|[报報发發办辦签簽])|完成|感[谢謝]|success|saved|submitted|sent|thank',
  unsure: '[不未]成功|是否|吗[?？]',
  secret: '[验驗动動][证證態态]?[码碼密]|口令|密[码碼]|captcha|otp|verif|passw|pwd',
  unread: '|password|hidden|submit|button|image|reset|file|',
  chosen: '|select-one|select-multiple|checkbox|radio|range|color|date|month|week|time|datetime-local|',
  ways: {
    '': 'autofilled',
    insertFromPaste: 'pasted',
    insertFromDrop: 'dropped',
    insertReplacementText: 'autofilled',
    insertCompositionText: 'composed',
    insertFromComposition: 'composed',
    deleteCompositionText: 'composed',
    deleteByComposition: 'composed',
  },
  sheets: '\\.(xlsx?|et|csv|ods)$',
  dialogs,
  boxes: `${dialogs},form,fieldset,.layui-form,.panel,.card,.box`,
  options:
    '[role=option],[class*=select-dropdown__item],.el-cascader-node,[class*=item-option],.ant-picker-cell,td.available,.laydate-main td,dd[lay-value],.combobox-item,.calendar-day,.vxe-select-option',
  toggles: '.layui-form-radio,.layui-form-checkbox,.layui-form-switch,[role=switch]',
  pickers: '[class*=-select],.combo,.el-cascader,.ant-picker,.el-date-editor',
  inputs: 'input:not([type=hidden]),textarea,select',
  items: '[class*=form-item],[class*=form--item],.layui-inline,.form-group,.sd-question,.item,.row,tr,p,li',
  labels: 'label,[class*=form-label],[class*=item__label],[class*=item-label],[class*=title],legend',
  errors:
    '[class*=is-error],[class*=has-error],[class*=form-danger],[class*=invalid]:not(input),[class*=__error],.is-invalid,label.error,.parsley-error,[aria-invalid=true]',
  messages: '[role=alert],[class*=message],[class*=toast],[class*=content],[class*=notice],.alert',
};
