/**
 * The contexts of the extension's own pages: state, settings and effects, and the texts in the language shown. A `main`
 * file creates the effects from the browser's API; components take them from here and never call the browser
 * themselves.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EpochMs } from '../core/events.ts';
import type { Language, Settings } from '../core/settings.ts';
import type { HostNames, Removed, State } from '../messages.ts';
import type { AskWorker } from './ask-worker.ts';
import type { Texts } from './strings/texts.ts';

/** The data and effects that every component of the dashboard and the consent page may use. */
export interface PageContext {
  readonly ask: AskWorker;
  readonly state: State;
  readonly settings: Settings;
  readonly language: Language;
  /** The catalogue's names of the hosts in this ledger; empty if they could not be read. */
  readonly names: HostNames;
  readonly version: string;
  readonly now: () => EpochMs;
  /** Reads state, settings and names again; every component draws again. */
  readonly refresh: () => Promise<void>;
  /** Writes settings, then refreshes. */
  readonly change: (change: Partial<Settings>) => Promise<void>;
  /** Asks for permission for hosts. Only works while a click is handled, so await nothing before it. */
  readonly requestOrigins: (origins: readonly string[]) => Promise<boolean>;
  /** Offers a file to save. */
  readonly save: (fileName: string, content: string | Blob) => void;
  /** Copies to the clipboard and shows whether it worked. */
  readonly copy: (text: string) => Promise<void>;
  /** Prints the page, or only the parts whose `data-print` is the given name. */
  readonly print: (part?: string) => void;
  /** Shows a short message for ten seconds; with `undo` it has an undo button. */
  readonly toast: (text: string, undo?: () => unknown) => void;
  /** Waits for a deletion and shows `text` with an undo button, or that the deletion failed. Then refreshes. */
  readonly removed: (text: string, removing: Promise<Removed>) => Promise<void>;
}

/** Holds the page context; null in the popup. */
export const CurrentPageContext = createContext<PageContext | null>(null);

/** Returns the context of this page. Throws outside of `PageProvider`. */
export function usePageContext(): PageContext {
  const page = useContext(CurrentPageContext);
  if (page === null) throw new Error('Cannot draw: there is no PageProvider around this component');
  return page;
}

/**
 * The language shown and the texts that this page has loaded in it. The popup provides this value too, but no page
 * context.
 */
export interface ShownLanguage {
  readonly language: Language;
  readonly texts: Partial<Texts>;
}

/** Holds the language shown and its texts. */
export const LanguageContext = createContext<ShownLanguage>({ language: 'zh-CN', texts: {} });

/** Returns the language shown. */
export const useLanguage = (): Language => useContext(LanguageContext).language;

/** Returns the texts of an area in the language shown. Throws if this page does not load them (strings/texts.ts). */
export function useTexts<A extends keyof Texts>(area: A): Texts[A] {
  const texts = useContext(LanguageContext).texts[area];
  if (texts === undefined) throw new Error(`Cannot draw: the texts "${area}" are not loaded on this page`);
  return texts as Texts[A];
}
