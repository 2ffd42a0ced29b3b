/**
 * What every screen stands on. A `main` file makes it of the browser; components take it from the context and so
 * never name the browser themselves.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EpochMs } from '../core/events.ts';
import type { Language, Settings } from '../core/settings.ts';
import type { HostNames, Removed, State } from '../messages.ts';
import type { AskWorker } from './ask-worker.ts';
import type { Texts } from './strings/texts.ts';

export interface PageContext {
  readonly ask: AskWorker;
  readonly state: State;
  readonly settings: Settings;
  readonly language: Language;
  /** What the catalogue calls the hosts of this ledger; empty until it is read. */
  readonly names: HostNames;
  readonly version: string;
  readonly now: () => EpochMs;
  /** Reads state, settings and names again; every screen draws anew. */
  readonly refresh: () => Promise<void>;
  /** Writes settings and shows what follows from them. */
  readonly change: (change: Partial<Settings>) => Promise<void>;
  /** Asks the browser for hosts. The browser asks only while a click is handled: await nothing before it. */
  readonly requestOrigins: (origins: readonly string[]) => Promise<boolean>;
  /** Gives the browser a file to save. */
  readonly save: (fileName: string, content: string | Blob) => void;
  readonly copy: (text: string) => Promise<void>;
  /** Prints the page; with a name only the parts that bear it as `data-print`. */
  readonly print: (part?: string) => void;
  /** Says a short word for ten seconds; with `undo` it offers to take it back. */
  readonly toast: (text: string, undo?: () => unknown) => void;
  /** Waits for what is being removed, shows it gone, says so and offers to put it back. */
  readonly removed: (text: string, removing: Promise<Removed>) => Promise<void>;
}

export const CurrentPageContext = createContext<PageContext | null>(null);

/** The shell of this page. Throws outside of one. */
export function usePageContext(): PageContext {
  const page = useContext(CurrentPageContext);
  if (page === null) throw new Error('Cannot draw: no page around this component');
  return page;
}

/** The language shown and the texts that this page has loaded in it. The popup provides it without a page context. */
export interface ShownLanguage {
  readonly language: Language;
  readonly texts: Partial<Texts>;
}

export const LanguageContext = createContext<ShownLanguage>({ language: 'zh-CN', texts: {} });

/** The language shown. */
export const useLanguage = (): Language => useContext(LanguageContext).language;

/** The texts of an area in the language shown. Throws if this page does not load them (strings/texts.ts). */
export function useTexts<A extends keyof Texts>(area: A): Texts[A] {
  const texts = useContext(LanguageContext).texts[area];
  if (texts === undefined) throw new Error(`Cannot draw: the texts "${area}" are not loaded on this page`);
  return texts as Texts[A];
}
