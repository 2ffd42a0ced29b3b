/**
 * Frames whose document the page writes itself. Rich text editors use them (KindEditor, UEditor, TinyMCE). Some of these
 * frames never get our script, some lose its listeners to `document.open()`, and their text belongs to the form around
 * them. So the parent page observes their forms and acts, and their own script does not: nothing is observed twice.
 */

/** Whether the parent page observes the forms of this frame: it has the same origin and no address of its own. */
export function isInnerFrame(view: Window): boolean {
  try {
    const frame = view.frameElement;
    // A document written with document.open() takes over the address of its writer.
    return (
      frame !== null &&
      !/^(?!about:|javascript:)./.test(frame.getAttribute('src') ?? '') &&
      (view.location.protocol === 'about:' || view.location.href === view.parent.location.href)
    );
  } catch {
    return false; // the frame of another origin
  }
}

/** The element that represents a field in the page's own document: the frame that contains it, or the field itself. */
export const anchorOf = (e: Element, document: Document): Element =>
  e.ownerDocument === document ? e : (e.ownerDocument.defaultView?.frameElement ?? e);

/** The host of the shadow root that contains an element, or null in a document. */
export const shadowHostOf = (e: Element): Element | null => {
  const root = e.getRootNode() as ShadowRoot;
  return root.mode ? root.host : null;
};

/** `closest`, across shadow roots. */
export const closestAcrossRoots = (e: Element, selector: string): Element | null => {
  for (let inner: Element | null = e; inner; inner = shadowHostOf(inner)) {
    const found = inner.closest(selector);
    if (found) return found;
  }
  return null;
};

/** `contains`, across shadow roots. */
export const containsAcrossRoots = (box: Element, e: Element): boolean => {
  for (let inner: Element | null = e; inner; inner = shadowHostOf(inner)) if (box.contains(inner)) return true;
  return false;
};
