/**
 * Recognizes frames whose document the page writes itself, as rich text editors do (KindEditor, UEditor, TinyMCE). Our
 * script does not run in some of these frames; in others `document.open()` removes its listeners. The text of such a
 * frame belongs to the form around the frame. So the parent page observes the forms and acts in the frame. The script
 * inside the frame does not observe them, so nothing is observed twice.
 */

/**
 * Whether the parent page observes the forms of this frame. It does if the frame has the same origin and no address of
 * its own.
 */
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
    return false; // the parent page has another origin
  }
}

/**
 * Returns the element that represents a field in the page's own document: the frame that contains it, or the field
 * itself.
 */
export const anchorOf = (e: Element, document: Document): Element =>
  e.ownerDocument === document ? e : (e.ownerDocument.defaultView?.frameElement ?? e);

/** Returns the host of the shadow root that contains an element, or null if the element is in no shadow root. */
export const shadowHostOf = (e: Element): Element | null => {
  const root = e.getRootNode() as ShadowRoot;
  return root.mode ? root.host : null;
};

/** Like `closest`, but continues the search outside of the shadow root that contains the element. */
export const closestAcrossRoots = (e: Element, selector: string): Element | null => {
  for (let inner: Element | null = e; inner; inner = shadowHostOf(inner)) {
    const found = inner.closest(selector);
    if (found) return found;
  }
  return null;
};

/** Like `contains`, but also true if the element is in a shadow root inside the box. */
export const containsAcrossRoots = (box: Element, e: Element): boolean => {
  for (let inner: Element | null = e; inner; inner = shadowHostOf(inner)) if (box.contains(inner)) return true;
  return false;
};
