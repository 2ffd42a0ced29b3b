/**
 * Selectors and patterns that describe the elements of forms: boxes, controls, fields, messages. They are plain strings.
 * The worker stores them next to the recording flag, where pages read them, so that the content script stays small.
 * What the words on controls, messages and fields mean is in src/data/word-models.json. docs/measurement/forms.md
 */
import type { EntryWay } from '../events.ts';

/** Returns a pattern that finds one of these words as a part of a class name: `el-message-box`, `modalWrap`, `t-tabs`. */
const classWord = (words: string): string =>
  `(?<![a-z])(${words.replace(/\b[a-z]/g, (c) => `[${c.toUpperCase()}${c}]`)})(?![a-z])`;

/** Patterns are regular expressions over normalised text, selectors are CSS. */
export interface FormWords {
  /** Patterns of controls that move tables, tried in this order: a template is also downloaded. */
  readonly template: string;
  readonly exports: string;
  /** Pattern of labels and names of fields that are never read: passwords, one-time codes, keys. */
  readonly secret: string;
  /** Pattern of those of them that are no password. */
  readonly code: string;
  /** Types of inputs that are never read, each between two `|`. */
  readonly unread: string;
  /** Places whose fields are never read: a page number is no entry. */
  readonly unreadIn: string;
  /** Pattern of the words around a page number. */
  readonly pageNumber: string;
  /**
   * Types of inputs in which a person chooses a value instead of typing it, each between two `|`. Their values are not
   * compared.
   */
  readonly chosen: string;
  /** `inputType` of an input event → way of entry. Any other `inputType` means `typed`. */
  readonly ways: Readonly<Record<string, EntryWay>>;
  /** Pattern of the names of spreadsheet files. */
  readonly sheets: string;
  /** Dialogs by their role. */
  readonly dialogs: string;
  /** Pattern of the classes of dialogs. Only an element that floats above the page is a dialog by its class. */
  readonly dialogClass: string;
  /** Containers of fields that are sent together: forms, panels. */
  readonly boxes: string;
  /** Buttons. */
  readonly buttons: string;
  /** Links that do not look like buttons. */
  readonly links: string;
  /** Buttons that a page marks as the main one. */
  readonly primary: string;
  /** Places whose controls lead elsewhere: menus, tabs, table heads. */
  readonly elsewhere: string;
  /** Pattern of the classes of such places. */
  readonly elsewhereClass: string;
  /** Fields in which Enter starts a search. */
  readonly searches: string;
  /** Elements in which a person chooses: radio buttons, check boxes, options. */
  readonly choices: string;
  /** Controls that open a list or change their state, even if they are buttons. */
  readonly choosers: string;
  /** Attributes that hold the state of such a control. */
  readonly states: readonly string[];
  /** Parts of custom controls that a person presses to choose. */
  readonly pickers: string;
  /** Parts of an item that open and close: lists, calendars. */
  readonly lists: string;
  /** Pattern of the classes of a custom control that is switched on or chosen. */
  readonly onClass: string;
  /** Pattern of the classes of the chosen one of several parts. */
  readonly chosenClass: string;
  /** Native fields. */
  readonly inputs: string;
  /** Elements that hold one field with its label. */
  readonly items: string;
  readonly labels: string;
  /** Errors at a field. */
  readonly errors: string;
  /** Elements that show messages. */
  readonly messages: string;
  /** Patterns of the classes of messages and their icons, by the type of the message. */
  readonly wellClass: string;
  readonly badClass: string;
}

/** The shipped selectors and patterns. */
export const formWords: FormWords = {
  template: '模[板版].*(下[载載]|[导匯]出)|(下[载載]|[导匯]出).*模[板版]|download.*template',
  exports: '[导匯]出|export',
  secret:
    '密[码碼钥鑰]|口令|[验驗校动動授][证證验驗态態权權]?[码碼]|[短简簡]信.?[码碼]|安全[码碼]|captcha|otp|verif|passw|pass(phrase|code)|pwd|pin码?$|secret|token|accesskey|one-time',
  code: '[验驗校动動][证證验驗态態]?[码碼]|[短简簡]信|captcha|otp|verif|one-time',
  unread: '|password|hidden|submit|button|image|reset|file|',
  pageNumber: '第.*[页頁]|(跳[至转轉到]|前往).*[页頁]|[条條]/[页頁]|goto|/page',
  unreadIn: 'nav,[role=navigation],[class*=paginat],[class*=pager]',
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
  dialogs: 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true]',
  dialogClass: classWord(
    'dialog|modal|drawer|popup|popconfirm|popover|layer|window|confirm|prompt|messager|message-?box',
  ),
  boxes: 'form,fieldset,[role=form],[role=search],.layui-form,.panel,.card,.box',
  buttons:
    'button,uni-button,[type=button],[type=submit],[type=image],[role=button],[lay-submit],a[class*=btn],a[class*=button],a[onclick],a[href^=javascript]',
  links: 'a:not([class*=btn],[class*=button],[role=button])',
  primary: '[type=submit],[lay-submit],[class*=primary],[class*=submit]',
  elsewhere:
    'nav,aside,th,[role=menu],[role=menubar],[role^=menuitem],[role=tab],[role=tablist],[role=navigation],[role=columnheader]',
  elsewhereClass: classWord(
    'menu|menus|tab|tabs|nav|navbar|crumb|crumbs|breadcrumb|breadcrumbs|sidebar|sider|pager|pagination',
  ),
  searches: '[type=search],[role=searchbox],[role=search] *,[class*=search],[class*=Search]',
  choices:
    'label,select,option,[role=radio],[role=checkbox],[role=switch],[role=option],[class*=radio],[class*=checkbox]',
  choosers:
    '[role=combobox],[role=switch],[role=radio],[role=checkbox],[role=slider],[aria-haspopup=listbox],[aria-pressed],input:not([type=submit],[type=button],[type=image],[type=reset])',
  states: ['aria-checked', 'aria-pressed', 'aria-selected'],
  pickers: 'textarea,[aria-haspopup],[aria-expanded],[tabindex]',
  lists: '[role=listbox],[role=menu],[role=tree],[role=grid],[class*=dropdown],[class*=popup],[class*=panel],table',
  onClass: 'checked|selected|radioed|onswitch|(?<![a-z])on(?![a-z])',
  chosenClass: 'checked|selected|radioed|active|current|chosen|picked|(?<![a-z])(on|cur)(?![a-z])',
  inputs: 'input:not([type=hidden]),textarea,select',
  items:
    '[class*=form-item],[class*=form--item],[class*=form_item],[class*=form__item],[class*=formItem],[class*=FormItem],[class*=form-field],[class*=form-group],.layui-inline,.sd-question,.item,.row,tr,p,li',
  labels: 'label,[class*=form-label],[class*=item__label],[class*=item-label],[class*=title],legend',
  errors:
    '[class*=is-error],[class*=has-error],[class*=form-danger],[class*=invalid]:not(input),[class*=__error],.is-invalid,label.error,.parsley-error,[aria-invalid=true]',
  messages:
    '[role=alert],[role=status],[class*=message],[class*=toast],[class*=content],[class*=notice],[class*=notif],[class*=msg],[class*=tip],.alert',
  wellClass: classWord('success|succeed|ok|done|right'),
  badClass: classWord('error|err|fail|failed|failure|danger|warn|warning|invalid|wrong'),
};
