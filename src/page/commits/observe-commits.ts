/**
 * Observes presses on controls that send a form, start a search, empty a form or leave it. docs/measurement/forms.md,
 * "Commit".
 */

import type { PageMs } from '../../core/events.ts';
import { judgePress, type Press } from '../../core/forms/judge-press.ts';
import type { Verdict } from '../../core/forms/word-model.ts';
import { outwards } from '../forms/boxes.ts';
import { typeOf } from '../forms/field-element.ts';
import type { FormsContext } from '../forms/forms-context.ts';
import { anchorOf, containsAcrossRoots } from '../frame/inner-frames.ts';
import { leadsElsewhere } from './leads-elsewhere.ts';
import { type OutcomeWatch, watchOutcome } from './observe-outcome.ts';

/** A short reply has at most this many characters: 收到, 好的, 已办理. */
const maxReplyCharacters = 4;
/** The text of a control has at most this many characters. */
const maxCharacters = 20;
/** Two events within this time belong to one press. */
const pressMs = 1_000;

/** Observes the commits of one frame and sends them to the worker. */
export function observeCommits(ctx: FormsContext): void {
  const { fields, words, classifiers, dialogOf, boxOf } = ctx;
  const { document } = ctx;
  const { isShown, delay, targetOf, controlOf, nameOf } = ctx.dom;
  const isPost = (form: Element) => form.getAttribute('method')?.toLowerCase() === 'post';
  let lastPress = -1e9;
  let lastCommit = -1e9;
  let lastProof: Press['proof'] = 'sum';
  /** The last press outside of dialogs that ask. */
  let lastOutside: PageMs | undefined;
  let watch: OutcomeWatch | null = null;
  /** The box of the last commit. The dialog that asks about the commit is not the form. */
  let committed: Element | null = null;

  const verdictOf = (text = ''): Verdict =>
    text.replace(/\s/g, '').length > maxCharacters ? { label: 'other', margin: 0 } : classifiers.controls(text.trim());
  const labelOfControl = (text: string | undefined) => verdictOf(text).label;
  const shownIn = (box: ParentNode, selector: string) => [...box.querySelectorAll(selector)].filter(isShown);

  /** Returns the box of a control, the scope of the filled fields nearest to it, and what a press of it can mean. */
  const placeOf = (control: Element, isControl: boolean) => {
    const dialog = dialogOf(control);
    const box = dialog ?? boxOf(control);
    const filled = fields.filled();
    const isFilled = (e: Element) =>
      filled.filter((field) => containsAcrossRoots(e, anchorOf(field.element, document))).at(-1);
    let nearest: ReturnType<typeof isFilled>;
    let near: Element = control;
    for (near of [...outwards(control), document.body]) {
      nearest = isFilled(near);
      if (nearest || near === dialog) break;
    }
    // A control outside of every box belongs to the fields beside it, unless the two meet in the layout of the page.
    const holdsFilled =
      // The form of a dialog may be in a frame.
      !!dialog?.querySelector('iframe') ||
      (nearest !== undefined && (box ? box.contains(near) : !near.querySelector(words.elsewhere)));
    const peers = dialog || holdsFilled ? shownIn(box ?? near, words.buttons).filter((e) => e !== control) : [];
    const strongest = Math.max(
      0,
      ...peers.map((e) => {
        const { label, margin } = verdictOf(nameOf(e));
        return label === 'commit' ? margin : 0;
      }),
    );
    const lengthOf = (list: readonly Element[]) =>
      list
        .map((e) => e.textContent)
        .join('')
        .replace(/\s/g, '').length;
    return {
      dialog,
      box,
      scope: nearest?.scope ?? null,
      isElsewhere: leadsElsewhere(control, words),
      isAsking:
        dialog !== null &&
        !shownIn(dialog, `${words.inputs},iframe,[contenteditable=true]`)[0] &&
        lengthOf([dialog]) > lengthOf([control, ...peers]),
      holdsFilled,
      isControl,
      isPrimary: (!peers[0] || control.matches(words.primary)) && !strongest,
      rival: strongest,
      isLink: control.matches(words.links),
    };
  };

  /**
   * Whether a box asks for one filled password and an account, with at most `most` fields besides the password and
   * one-time codes.
   */
  const hasAccount = (box: ParentNode, most: number) => {
    const texts = shownIn(box, words.inputs).filter((e) => !/^(ch|ra|bu|su|im|re|fi|se)/.test(typeOf(e)));
    const kindOf = (e: Element) => fields.secrets.kindOf(e, ctx.labelOf(e));
    const [password, ...others] = texts.filter((e) => kindOf(e) === 'password');
    const accounts = texts.filter((e) => !/^(pa|co)/.test(kindOf(e) ?? '')).length;
    // Only whether the password is empty is read.
    return !others[0] && accounts > 0 && accounts <= most && !!(password as HTMLInputElement | undefined)?.value;
  };

  const onPress = (control: Element, text: string | undefined, at: PageMs, isControl = true, native?: Press) => {
    fields.read(at);
    const verdict = verdictOf(text);
    const { label } = verdict;
    const place = placeOf(control, isControl);
    const { dialog, box, isAsking } = place;
    let press = native ?? judgePress(verdict, place);
    // 批量撤回 acts on the selected rows, and 撤回 in a row on this row, not on the fields of the page.
    const table = control.closest('table,[role=grid],[role=table]');
    const actsOnRow = table && !fields.filled().some((field) => table.contains(field.element));
    if (press?.commit === 'commit' && (actsOnRow || (fields.areRowsSelected && !place.holdsFilled))) press = null;
    if (!isAsking) fields.secrets.noteOpener(control, text ?? '');
    if (press && !isAsking) {
      const isLogin = press.commit === 'login';
      const hasLogin = /^(lo|co|nat)/.test(press.commit) && hasAccount(box ?? document, label === 'commit' ? 1 : 2);
      if (isLogin) press = hasLogin ? { commit: 'login', proof: 'login' } : null;
      else if (hasLogin) press = { ...press, proof: 'account' };
    }
    const opened = lastOutside;
    lastPress = at;
    if (!isAsking) lastOutside = at;
    if (press === null) {
      // What follows a press of another control proves nothing for a control whose words said nothing.
      if (lastProof !== 'sum') watch?.end();
      return;
    }
    const { commit, proof } = press;
    watch?.end();
    watch = null;
    let { scope } = place;
    if (commit === 'cancel') {
      // Leaving a page unloads it, which settles its fields.
      if (!dialog) return;
      scope = fields.scopeOf(dialog);
    }
    // Fields outside the box of a search control do not belong to the search. A half-filled form may be beside the box.
    if (/^(se|re)/.test(commit) && !place.holdsFilled) scope = fields.scopeOf(control);
    if (isAsking) scope = null;
    // A control among fields that nobody filled sends nothing from elsewhere. The form of a dialog may be in a frame.
    else if (
      scope === null &&
      !(dialog ?? document).querySelector('iframe') &&
      (dialog ?? document).querySelector(words.inputs)
    )
      scope = fields.scopeOf(control);
    lastCommit = at;
    lastProof = proof;
    if (!isAsking) committed = box;
    ctx.report({
      kind: 'commit',
      at: ctx.epoch(at),
      commit,
      scope,
      inDialog: isAsking,
      proof,
      ...(isAsking && opened && { opened: ctx.epoch(opened) }),
    });
    if (/^(co|nat|dr|log)/.test(commit))
      watch = watchOutcome(ctx, {
        box: committed,
        asking: isAsking ? dialog : null,
        fields: fields.filled().flatMap((field) => (scope === null || field.scope === scope ? [field.element] : [])),
        scope,
      });
    ctx.flush();
  };

  ctx.on<MouseEvent>(['click'], (event, at) => {
    const target = targetOf(event);
    if (target?.closest(words.choices) && !target.closest(words.buttons)) return;
    const control = controlOf(event);
    if (control) {
      const text = control.words;
      if (/^dow/.test(labelOfControl(text))) {
        const plain = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
        const sort = RegExp(words.template).test(plain)
          ? 'template'
          : RegExp(words.exports).test(plain)
            ? 'export'
            : null;
        if (sort) ctx.report({ kind: 'table', at: ctx.epoch(at), sort, cells: 0 });
      }
      onPress(control.element, text, at, control.isControl);
    } else if (target && labelOfControl(nameOf(target)) === 'commit') onPress(target, nameOf(target), at, false);
  });
  ctx.on(['invalid'], () => watch?.fail());
  ctx.on<SubmitEvent>(['submit'], (event, at) => {
    const form = targetOf(event);
    // Only a press of the person starts a submission, not `requestSubmit` by a script.
    if (form === null || at - lastPress > pressMs * 2.5) return;
    // The listeners of the page run first and decide whether the browser itself sends the form.
    setTimeout(() => {
      const isSent = !event.defaultPrevented && isPost(form);
      const isSearch = form.querySelector('input[type=search]') || !(event.defaultPrevented || isSent);
      // The press has already told what it means, unless it was Enter in a field.
      if (at - lastCommit > pressMs || (isSearch && lastProof !== 'sum'))
        onPress(form, '', at, true, { commit: isSearch ? 'search' : 'native', proof: 'sum' });
      if (isSent) watch?.post();
    });
  });
  ctx.on<FormDataEvent>(['formdata'], (event, at) => {
    const form = targetOf(event);
    // A form counts only if a control was just pressed, because some pages post a form by script as soon as a value is
    // chosen.
    if (form && at - lastCommit > pressMs && at - lastPress < pressMs && isPost(form))
      onPress(form, '', at, true, { commit: 'native', proof: 'sum' });
  });
  /** Sends a `reply` event if a box with a short text is empty a moment later, and still at its place. */
  const checkReply = (e: Element | null) => {
    const box = e?.closest('textarea,[contenteditable=true]');
    // Reads only the number of characters, never the text.
    const length = () => (box as HTMLTextAreaElement).textLength ?? box?.textContent?.length;
    // The editor of an online sheet moves to another cell.
    const place = () => JSON.stringify(box?.getBoundingClientRect());
    const before = place();
    const reportReply = () =>
      ctx.report({ kind: 'words', sort: 'reply', at: ctx.epoch(ctx.now()), on: [], near: [], count: 1, due: [] });
    if (box && length() && length() <= maxReplyCharacters)
      delay(300, () => length() || place() !== before || reportReply());
  };
  /**
   * Enter in a field presses a button of its box: a search or a log-in, or else a commit, which then needs the proof of
   * a message, because the page may do nothing on Enter.
   */
  const onEnter = (field: HTMLInputElement, at: PageMs): void => {
    lastPress = at;
    // The browser presses the button of a native form itself.
    if (field.form?.querySelector('[type=submit],[type=image],button:not([type])')) return;
    const search: Press = { commit: 'search', proof: 'sum' };
    if (field.matches(words.searches)) {
      onPress(field, '', at, true, search);
      return;
    }
    const box = boxOf(field) ?? document;
    const buttons = shownIn(box, `${words.buttons},a`);
    const find = (label: RegExp) => buttons.find((e) => label.test(labelOfControl(nameOf(e))));
    const button = find(/^(sea|log)/) ?? find(/^com/);
    const isAlone = !button && !shownIn(box, words.inputs)[1];
    if (isAlone) onPress(field, '', at, true, search);
    else onPress(button ?? field, button ? nameOf(button) : field.placeholder, at, false);
  };
  ctx.on<KeyboardEvent>(['keydown'], (event, at) => {
    const target = targetOf(event);
    const isSave = event.key === 's' && (event.ctrlKey || event.metaKey);
    if (target && isSave) onPress(target, '', at, true, { commit: 'commit', proof: 'message' });
    if (event.key !== 'Enter' || event.isComposing || !target) return;
    fields.read(at);
    if (target.matches('input')) onEnter(target as HTMLInputElement, at);
    else if (!event.shiftKey) checkReply(target);
  });
  ctx.on(['pagehide'], () => {
    const at = ctx.now();
    fields.read(at);
    // If another control was pressed after the commit, that control caused the navigation.
    if (lastPress > lastCommit) watch?.end();
    watch?.leave();
    if (!fields.isEmpty()) ctx.report({ kind: 'outcome', at: ctx.epoch(at), sign: 'navigated', scope: null });
    ctx.flush();
  });
}
