/** The popup: what today cost, in one look; pause; what the phone asked for. */
import { Fragment } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { EpochMs } from '../../core/events.ts';
import { pickLanguage } from '../../core/pick-language.ts';
import type { Language, Settings } from '../../core/settings.ts';
import type { Messages, SiteStanding, State } from '../../messages.ts';
import { applyAppearance } from '../apply-appearance.ts';
import type { AskWorker } from '../ask-worker.ts';
import { asksPurpose } from '../asks-purpose.ts';
import * as format from '../figures/format.ts';
import { LanguageContext } from '../page-context.ts';
import type { PurposeQuestion } from '../purpose-question.tsx';
import { common } from '../strings/common.ts';
import { type PopupWords, popupWords } from '../strings/popup.ts';
import type { troubles } from '../strings/trouble.ts';
import { Chip } from './chip.tsx';
import { DayStrip } from './day-strip.tsx';
import { type Glance, glanceOf } from './glance.ts';
import type { NotMe, NotMeProps } from './not-me.tsx';
import { Pause } from './pause.tsx';
import { Phone } from './phone.tsx';
import { Site } from './site.tsx';

export interface PopupEffects {
  readonly ask: AskWorker;
  readonly now: () => EpochMs;
  readonly languages: readonly string[];
  readonly root: HTMLElement;
  readonly privateWindow: boolean;
  readonly tabUrl: () => Promise<string>;
  readonly request: (origin: string) => Promise<boolean>;
  readonly keep: (glance: Glance) => Promise<void>;
  readonly openDashboard: (hash: string) => Promise<void>;
  readonly openConsent: () => Promise<void>;
  /** The next midnight here. */
  readonly tomorrow: () => EpochMs;
}

export interface Reading {
  readonly state: State;
  readonly settings: Settings;
  readonly today: Awaited<ReturnType<Messages['today.read']>>;
}
type Recorded = SiteStanding & { readonly standing: 'recorded' };

interface PopupProps {
  readonly effects: PopupEffects;
  readonly glance: Glance | null;
  /** Of the language that the glance had, else the browser's; another is fetched when the settings say so. */
  readonly first: PopupWords;
}

export function Popup({ effects, glance, first }: PopupProps) {
  const { ask, root } = effects;
  const [reading, setReading] = useState<Reading | null>(null);
  const [site, setSite] = useState<SiteStanding | null>(null);
  const [question, setQuestion] = useState<{ site: Recorded; Ask: typeof PurposeQuestion } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const read = useCallback(
    async (beside?: (state: State) => Promise<() => void>) => {
      const [state, settings, today] = await Promise.all([ask('state.read'), ask('settings.read'), ask('today.read')]);
      const show = await beside?.(state);
      setReading({ state, settings, today });
      show?.();
      await effects.keep(glanceOf(state, settings, today));
    },
    [ask, effects],
  );
  const readSite = useCallback(() => effects.tabUrl().then((url) => ask('site.read', url)), [ask, effects]);
  // Asked before the first paint, and drawn at once when all of it is there.
  useLayoutEffect(() => {
    const fail = (e: Error) => setTrouble(e.message);
    const beside = async (state: State) => {
      if (!state.consented) return () => {};
      const site = await readSite();
      const asked =
        site.standing === 'recorded' && asksPurpose(site.system)
          ? { site, Ask: (await import('../purpose-question.tsx')).PurposeQuestion }
          : null;
      return () => {
        setSite(site);
        setQuestion(asked);
      };
    };
    read((state) => beside(state).catch((e: Error) => () => fail(e))).catch(fail);
  }, [read, readSite]);

  const look = reading?.settings ?? glance?.look ?? null;
  const language = pickLanguage(look?.language ?? 'browser', effects.languages);
  // Before the first paint, or all of it is drawn twice.
  useLayoutEffect(() => {
    if (look !== null) applyAppearance(root, look, language);
    else if (trouble !== null) root.lang = language;
  }, [root, look, language, trouble]);
  const [texts, setWords] = useState(first);
  useEffect(() => {
    popupWords[language]().then(setWords);
  }, [language]);
  const shared = common[language];
  const wrong =
    reading === null
      ? trouble === null
        ? null
        : /version|newer/i.test(trouble)
          ? 'newer'
          : 'broken'
      : reading.state.trouble;
  const [told, tell] = useState<(typeof troubles)['en'] | null>(null);
  useEffect(() => {
    if (wrong !== null) import('../strings/trouble.ts').then((m) => tell(m.troubles[language]));
  }, [wrong, language]);
  const said = wrong === null || told === null ? null : told[wrong];
  const title = look?.discreet ? shared.discreetName : shared.name;

  if (trouble !== null && reading === null)
    return (
      <main>
        <div class="bar-top">
          <h1>{title}</h1>
          <Chip of="alert">{texts.notStored}</Chip>
        </div>
        {said === null ? null : (
          <p role="alert">
            <strong>{said.head}</strong>
            <br />
            {said.text}
          </p>
        )}
      </main>
    );
  if (reading !== null && !reading.state.consented)
    return (
      <main>
        <div class="bar-top">
          <h1>{title}</h1>
          <Chip of="alert">{texts.off}</Chip>
        </div>
        <p>{texts.notConsented}</p>
        <button type="button" onClick={effects.openConsent}>
          {texts.setUp}
        </button>
      </main>
    );

  const today = reading === null ? glance : glanceOf(reading.state, reading.settings, reading.today);
  const sample = today?.sample ?? false;
  const standing = site?.standing ?? 'none';
  const notHere = effects.privateWindow || !['none', 'recorded'].includes(standing);
  const readHere = () => readSite().then(setSite);
  return (
    <LanguageContext.Provider value={language}>
      <main aria-busy={reading === null || (site === null && trouble === null)}>
        <div class="bar-top">
          <h1>{title}</h1>
          {reading === null ? null : (
            <Pause reading={reading} effects={effects} texts={texts} notHere={notHere} after={read} />
          )}
        </div>
        {sample ? <p class="sample">{shared.sample}</p> : null}
        {effects.privateWindow ? <p class="notice">{texts.privateWindow}</p> : null}
        {said === null ? null : (
          <p role="alert" class="notice">
            <strong>{said.head}</strong>
            <br />
            {said.text}
          </p>
        )}
        {today === null ? (
          <p class="soft">{texts.reading}</p>
        ) : (
          <Total texts={texts} today={today} usual={reading?.today.usual} language={language} />
        )}
        {reading === null || today === null ? null : reading.state.firstDay === null ? (
          <p>{texts.firstDay}</p>
        ) : (
          <>
            <DayStrip quarters={reading.today.quarters} language={language} width={room()} />
            <Four texts={texts.figures} today={today} language={language} />
            {question === null ? <Portals texts={texts} today={reading.today} language={language} /> : null}
          </>
        )}
        {reading === null || reading.state.trouble !== null ? null : (
          // Without a name it would be taken for the first day's words when those go, and forget what was tapped.
          <Fragment key="here">
            {effects.privateWindow || site === null ? null : question === null ? (
              <Site
                texts={texts}
                site={site}
                reading={reading}
                effects={effects}
                language={language}
                after={readHere}
              />
            ) : (
              <question.Ask
                system={question.site.system}
                name={question.site.name?.[language] ?? question.site.system.host}
                ask={ask}
                after={() => setQuestion(null)}
              />
            )}
            {question === null ? (
              <Phone reading={reading} effects={effects} texts={texts} after={read}>
                <Offer effects={effects} texts={texts} undo={shared.undo} after={read} />
              </Phone>
            ) : null}
          </Fragment>
        )}
        <div class="ends">
          <span class="soft">{texts.local}</span>
          <button type="button" onClick={() => effects.openDashboard('')}>
            {texts.dashboard}
          </button>
          <button type="button" class="plain" onClick={() => effects.openDashboard('#/export')}>
            {texts.report}
          </button>
        </div>
      </main>
    </LanguageContext.Provider>
  );
}

/** The width of a drawing as popup.css will have it: the window's, or the body's while the popup has no size yet. */
const room = () => (innerWidth < 200 ? 360 : Math.min(400, innerWidth)) - 28;

/** The rare wish is fetched when it is made. */
function Offer(props: NotMeProps) {
  const [Sure, setSure] = useState<{ NotMe: typeof NotMe } | null>(null);
  if (Sure !== null) return <Sure.NotMe {...props} over={() => setSure(null)} />;
  return (
    <button
      type="button"
      class="link"
      data-action="not-me"
      onClick={() => import('./not-me.tsx').then(({ NotMe }) => setSure({ NotMe }))}
    >
      {props.texts.notMe}
    </button>
  );
}

/** `usual` is undefined while it isn't known. */
function Total(props: {
  texts: PopupWords;
  today: Glance;
  usual: Reading['today']['usual'] | undefined;
  language: Language;
}) {
  const { today, usual, language, texts } = props;
  const apart = today.attentionMs - (usual?.ms ?? 0);
  const time = format.duration(Math.abs(apart), language);
  return (
    <div class="total">
      <p class="label">{texts.today}</p>
      <p class="value" data-figure="today">
        {format.duration(today.attentionMs, language)}
      </p>
      <p class="compare">
        {usual === undefined
          ? ''
          : usual === null
            ? texts.noCompare
            : Math.abs(apart) < 5 * 60_000
              ? texts.same(usual.days)
              : apart > 0
                ? texts.more(usual.days, time)
                : texts.less(usual.days, time)}
      </p>
    </div>
  );
}

function Four({ today, language, texts }: { today: Glance; language: Language; texts: PopupWords['figures'] }) {
  const figures = [
    [texts.entries, format.number(today.entries, language)],
    [texts.repeats, format.number(today.repeats, language)],
    [texts.after, format.clock(today.afterHoursMs)],
    [texts.portals, format.number(today.portals, language)],
  ] as const;
  return (
    <dl class="four">
      {figures.flatMap(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{value}</dd>])}
    </dl>
  );
}

function Portals(props: { today: Reading['today']; language: Language; texts: PopupWords }) {
  const { today, language, texts } = props;
  const top = today.systems.slice(0, 3);
  const most = top[0]?.ms ?? 0;
  if (top.length === 0) return null;
  return (
    <ul class="top3" aria-label={texts.portals}>
      {top.map(({ host, purpose, ms }) => {
        const name = today.names[host]?.[language] ?? host;
        return (
          <li key={host}>
            <span class="who" title={`${name} ${host}`}>
              {name}
            </span>
            <i class={purpose ?? 'none'} style={{ width: `${(ms / most) * 60}px` }} />
            {format.clock(ms)}
          </li>
        );
      })}
    </ul>
  );
}
