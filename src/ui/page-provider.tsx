/**
 * Provides the page context of the dashboard and the consent page. Reads the state, the settings and the names, loads
 * the texts in the language shown, keeps language and appearance on the root element, and shows short messages.
 */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { pickLanguage } from '../core/pick-language.ts';
import { defaultSettings, type Language, type Settings } from '../core/settings.ts';
import type { HostNames, State } from '../messages.ts';
import { applyAppearance } from './apply-appearance.ts';
import { BrokenPage, WaitingPage } from './broken-page.tsx';
import { FailuresProvider } from './failures.tsx';
import { CurrentPageContext, LanguageContext, type PageContext } from './page-context.ts';
import { saveFile } from './save-file.ts';
import { loadTexts } from './strings/languages.ts';
import type { PageTexts } from './strings/texts.ts';
import { type Toast, ToastLine } from './toast-line.tsx';

/** The effects that a `main` file creates from the browser's API. */
export type PageEffects = Pick<PageContext, 'ask' | 'now' | 'requestOrigins' | 'version'> & {
  readonly languages: readonly string[];
  readonly root: HTMLElement;
};

type ProvidedPage = 'dashboard' | 'consent';

interface Shown {
  readonly language: Language;
  readonly texts: PageTexts[ProvidedPage];
}

interface Reading extends Shown {
  readonly state: State;
  readonly settings: Settings;
  readonly names: HostNames;
}

interface PageProviderProps {
  /** The page whose texts are loaded. */
  readonly name: ProvidedPage;
  readonly effects: PageEffects;
  readonly children: ComponentChildren;
}

export function PageProvider({ name, effects, children }: PageProviderProps) {
  const { ask, root, languages } = effects;
  const [reading, setReading] = useState<Reading | null>(null);
  const [faultMessage, setFaultMessage] = useState<string | null>(null);
  const [toast, setToast] = useState<Toast | null>(null);
  const load = useCallback(
    async (chosen: Settings['language']): Promise<Shown> => {
      const language = pickLanguage(chosen, languages);
      return { language, texts: await loadTexts(name, language) };
    },
    [name, languages],
  );
  // Language and texts that are used until the settings are read, or if they cannot be read.
  const [fallback, setFallback] = useState<Shown | null>(null);
  useEffect(() => void load(defaultSettings.language).then(setFallback), [load]);

  const refresh = useCallback(async () => {
    const [state, settings] = await Promise.all([ask('state.read'), ask('settings.read')]);
    // If the names cannot be read, the screens show hosts.
    const names = await ask('names.read').catch(() => ({}));
    const shown = await load(settings.language);
    // Language, texts and settings change together, so that nothing is drawn in two languages.
    setReading({ state, settings, names, ...shown });
  }, [ask, load]);
  const begin = useCallback(
    () =>
      refresh().then(
        () => setFaultMessage(null),
        (e: Error) => setFaultMessage(e.message),
      ),
    [refresh],
  );
  useEffect(() => void begin(), [begin]);

  const read = reading ?? fallback;
  const readLanguage = read?.language;
  const readTexts = read?.texts;
  // Stays the same object until the language changes, so that a refresh does not redraw every text.
  const shown = useMemo<Shown | null>(
    () => (readLanguage === undefined || readTexts === undefined ? null : { language: readLanguage, texts: readTexts }),
    [readLanguage, readTexts],
  );
  const language = shown?.language ?? pickLanguage(defaultSettings.language, languages);
  const settings = reading?.settings ?? defaultSettings;
  useEffect(() => applyAppearance(root, settings, language), [root, settings, language]);

  const texts = shown?.texts.screens;
  const copy = useCallback(
    async (text: string) => {
      const isDone = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
      if (texts !== undefined) setToast({ text: isDone ? texts.copied : texts.notCopied, undo: undefined });
    },
    [texts],
  );
  const page = useMemo<PageContext | null>(
    () =>
      reading && {
        ...effects,
        ...reading,
        refresh,
        change: async (change) => {
          await ask('settings.write', change);
          await refresh();
        },
        save: saveFile,
        copy,
        print: (part) => {
          if (part !== undefined) root.dataset.printing = part;
          globalThis.print();
          delete root.dataset.printing;
        },
        toast: (text, undo) => setToast({ text, undo }),
        removed: async (text, removing) => {
          await removing.then(
            ({ undo }) => setToast({ text, undo: () => ask('undo', undo).then(refresh) }),
            () => setToast({ text: reading.texts.screens.notRemoved, undo: undefined }),
          );
          await refresh();
        },
      },
    [effects, reading, refresh, ask, copy, root],
  );
  if (shown === null || (faultMessage === null && page === null))
    return <WaitingPage text={shown?.texts.screens.loading ?? ''} />;
  return (
    <LanguageContext.Provider value={shown}>
      {faultMessage !== null ? (
        <BrokenPage message={faultMessage} version={effects.version} copy={copy} retry={begin} />
      ) : (
        <CurrentPageContext.Provider value={page}>
          <FailuresProvider>{children}</FailuresProvider>
        </CurrentPageContext.Provider>
      )}
      <ToastLine toast={toast} close={() => setToast(null)} />
    </LanguageContext.Provider>
  );
}
