/**
 * Frames that a page writes itself: rich editors live in them (KindEditor, UEditor, TinyMCE). Some never get a script
 * of ours, some lose its listeners to `document.open()`, and what is written there belongs to the form around them.
 * So the page that holds them watches them, and their own script leaves forms and acts to it: never both.
 */

/** Whether the forms of a frame are its parent's to watch: same origin, no address of its own. */
export function isParents(view: Window): boolean {
  try {
    const frame = view.frameElement;
    // A written document takes its writer's address over.
    return (
      frame !== null &&
      !/^(?!about:|javascript:)./.test(frame.getAttribute('src') ?? '') &&
      (view.location.protocol === 'about:' || view.location.href === view.parent.location.href)
    );
  } catch {
    return false; // another origin's frame
  }
}

/** The element that a field stands in for in the page's own document: the editor's frame, or itself. */
export const anchorOf = (e: Element, document: Document): Element =>
  e.ownerDocument === document ? e : (e.ownerDocument.defaultView?.frameElement ?? e);

/** The element that an element's root hangs on, or null in a document. */
export const hostOf = (e: Element): Element | null => {
  const root = e.getRootNode() as ShadowRoot;
  return root.mode ? root.host : null;
};

/** `closest`, out of shadow roots too. */
export const around = (e: Element, selector: string): Element | null => {
  for (let at: Element | null = e; at; at = hostOf(at)) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
};

/** `contains`, into shadow roots too. */
export const holds = (box: Element, e: Element): boolean => {
  for (let at: Element | null = e; at; at = hostOf(at)) if (box.contains(at)) return true;
  return false;
};
