/** Types that the parts of the popup share: effects from the browser, and answers that are read from the worker. */
import type { EpochMs } from '../../core/events.ts';
import type { Settings } from '../../core/settings.ts';
import type { Messages, SiteStanding, State } from '../../messages.ts';
import type { AskWorker } from '../ask-worker.ts';
import type { Glance } from './glance.ts';

/** The effects that the popup needs from the browser. */
export interface PopupEffects {
  readonly ask: AskWorker;
  readonly now: () => EpochMs;
  readonly languages: readonly string[];
  readonly root: HTMLElement;
  readonly privateWindow: boolean;
  readonly tabUrl: () => Promise<string>;
  /** Asks the browser for one origin. Only works while a click is handled: await nothing before it. */
  readonly requestOrigin: (origin: string) => Promise<boolean>;
  /** Keeps the figures for the next opening of the popup. */
  readonly keepGlance: (glance: Glance) => Promise<void>;
  readonly openDashboard: (hash: string) => Promise<void>;
  readonly openConsent: () => Promise<void>;
  /** Returns the next local midnight. */
  readonly tomorrow: () => EpochMs;
}

/** The answers that the popup reads from the worker. */
export interface Reading {
  readonly state: State;
  readonly settings: Settings;
  readonly today: Awaited<ReturnType<Messages['today.read']>>;
}

/** The answer of the worker when the page in front is of a recorded system. */
export type RecordedSite = SiteStanding & { readonly standing: 'recorded' };
