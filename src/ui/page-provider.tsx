/** Makes the shell of a page: reads what every screen needs, keeps language and appearance on the document. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { pickLanguage } from '../core/pick-language.ts';
import { defaultSettings, type Settings } from '../core/settings.ts';
import type { HostNames, State } from '../messages.ts';
import { applyAppearance } from './apply-appearance.ts';
import { Diagnosis, diagnosisText, redactQuoted } from './diagnosis.tsx';
import { FailuresProvider } from './failures.tsx';
import { CurrentPageContext, LanguageContext, type PageContext, useTexts } from './page-context.ts';
import { common } from './strings/common.ts';
import { screens } from './strings/screens.ts';
import { troubles } from './strings/trouble.ts';

/** What a `main` file takes from the browser. */
export type PageEffects = Pick<PageContext, 'ask' | 'now' | 'requestOrigins' | 'version'> & {
  readonly languages: readonly string[];
  readonly root: HTMLElement;
};

export function PageProvider({ effects, children }: { effects: PageEffects; children: ComponentChildren }) {
  const { ask, root } = effects;
  const [read, setRead] = useState<{ state: State; settings: Settings; names: HostNames } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [toast, setToast] = useState<Toast | null>(null);
  const refresh = useCallback(async () => {
    const [state, settings] = await Promise.all([ask('state.read'), ask('settings.read')]);
    // Names are an ornament: without them hosts are shown.
    const names = await ask('names.read').catch(() => ({}));
    setRead({ state, settings, names });
  }, [ask]);
  const begin = useCallback(
    () =>
      refresh().then(
        () => setTrouble(null),
        (e: Error) => setTrouble(e.message),
      ),
    [refresh],
  );
  useEffect(() => void begin(), [begin]);
  const settings = read?.settings ?? defaultSettings;
  const language = pickLanguage(settings.language, effects.languages);
  const texts = screens[language];
  useEffect(() => applyAppearance(root, settings, language), [root, settings, language]);

  const copy = useCallback(
    async (text: string) => {
      const done = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
      setToast({ text: done ? texts.copied : texts.notCopied, undo: undefined });
    },
    [texts],
  );
  const page = useMemo<PageContext | null>(
    () =>
      read && {
        ...effects,
        ...read,
        language,
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
            () => setToast({ text: texts.notRemoved, undo: undefined }),
          );
          await refresh();
        },
      },
    [effects, read, language, refresh, ask, copy, texts, root],
  );
  if (trouble === null && page === null) return <Waiting text={texts.loading} />;
  return (
    <LanguageContext.Provider value={language}>
      {trouble !== null ? (
        <Broken message={trouble} version={effects.version} copy={copy} again={begin} />
      ) : (
        <CurrentPageContext.Provider value={page}>
          <FailuresProvider>{children}</FailuresProvider>
        </CurrentPageContext.Provider>
      )}
      <ToastLine
        toast={toast}
        over={() => setToast(null)}
        texts={{ undo: common[language].undo, close: texts.close }}
      />
    </LanguageContext.Provider>
  );
}

/** Nothing moves, and nothing is said before 300 ms. */
function Waiting({ text }: { text: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main class="waiting" aria-busy="true">
      {late ? <p class="soft">{text}</p> : null}
    </main>
  );
}

/** The worker answered nothing useful: which trouble, what is kept, what to do. */
function Broken(props: { message: string; version: string; copy: (text: string) => unknown; again: () => unknown }) {
  const { message, version, copy, again } = props;
  const trouble = /version|newer/i.test(message) ? 'newer' : 'broken';
  const { head, text } = useTexts(troubles)[trouble];
  const { name } = useTexts(common);
  return (
    <main>
      <p class="brand">{name}</p>
      <h1>{head}</h1>
      <p role="alert">{text}</p>
      <Diagnosis
        details={diagnosisText({ version, trouble, reasons: [redactQuoted(message)] })}
        copy={copy}
        // This version will not learn to read it.
        again={trouble === 'newer' ? undefined : again}
      />
    </main>
  );
}

interface Toast {
  readonly text: string;
  readonly undo: (() => unknown) | undefined;
}

const toastMs = 10_000;

/** One line for ten seconds, or until the next. */
function ToastLine(props: { toast: Toast | null; over: () => void; texts: { undo: string; close: string } }) {
  const { toast, over, texts } = props;
  const ending = useRef(over);
  ending.current = over;
  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(() => ending.current(), toastMs);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div class="toast" role="status">
      {toast === null ? null : (
        <p>
          {toast.text}
          {toast.undo === undefined ? null : (
            <button
              type="button"
              class="plain"
              data-action="undo"
              onClick={() => {
                toast.undo?.();
                over();
              }}
            >
              {texts.undo}
            </button>
          )}
          <button type="button" class="plain" onClick={over}>
            {texts.close}
          </button>
        </p>
      )}
    </div>
  );
}

function saveFile(fileName: string, content: string | Blob): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content]));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
