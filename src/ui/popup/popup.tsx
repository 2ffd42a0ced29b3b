/** The popup: what today cost, in one look; pause; what the phone asked for. */
import { Fragment } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { EpochMs } from '../../core/events.ts';
import { pickLanguage } from '../../core/pick-language.ts';
import type { Language, Settings } from '../../core/settings.ts';
import type { Messages, SiteStanding, State } from '../../messages.ts';
import { mark } from '../apply-appearance.ts';
import type { Asker } from '../ask-worker.ts';
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

export interface PopupOutside {
  readonly ask: Asker;
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
  readonly outside: PopupOutside;
  readonly glance: Glance | null;
  /** Of the language that the glance had, else the browser's; another is fetched when the settings say so. */
  readonly first: PopupWords;
}

export function Popup({ outside, glance, first }: PopupProps) {
  const { ask, root } = outside;
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
      await outside.keep(glanceOf(state, settings, today));
    },
    [ask, outside],
  );
  const readSite = useCallback(() => outside.tabUrl().then((url) => ask('site.read', url)), [ask, outside]);
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
  const language = pickLanguage(look?.language ?? 'browser', outside.languages);
  // Before the first paint, or all of it is drawn twice.
  useLayoutEffect(() => {
    if (look !== null) mark(root, look, language);
    else if (trouble !== null) root.lang = language;
  }, [root, look, language, trouble]);
  const [words, setWords] = useState(first);
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
          <Chip of="alert">{words.notStored}</Chip>
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
          <Chip of="alert">{words.off}</Chip>
        </div>
        <p>{words.notConsented}</p>
        <button type="button" onClick={outside.openConsent}>
          {words.setUp}
        </button>
      </main>
    );

  const today = reading === null ? glance : glanceOf(reading.state, reading.settings, reading.today);
  const sample = today?.sample ?? false;
  const standing = site?.standing ?? 'none';
  const notHere = outside.privateWindow || !['none', 'recorded'].includes(standing);
  const readHere = () => readSite().then(setSite);
  return (
    <LanguageContext.Provider value={language}>
      <main aria-busy={reading === null || (site === null && trouble === null)}>
        <div class="bar-top">
          <h1>{title}</h1>
          {reading === null ? null : (
            <Pause reading={reading} outside={outside} words={words} notHere={notHere} after={read} />
          )}
        </div>
        {sample ? <p class="sample">{shared.sample}</p> : null}
        {outside.privateWindow ? <p class="notice">{words.privateWindow}</p> : null}
        {said === null ? null : (
          <p role="alert" class="notice">
            <strong>{said.head}</strong>
            <br />
            {said.text}
          </p>
        )}
        {today === null ? (
          <p class="soft">{words.reading}</p>
        ) : (
          <Total words={words} today={today} usual={reading?.today.usual} language={language} />
        )}
        {reading === null || today === null ? null : reading.state.firstDay === null ? (
          <p>{words.firstDay}</p>
        ) : (
          <>
            <DayStrip quarters={reading.today.quarters} language={language} width={room()} />
            <Four words={words.figures} today={today} language={language} />
            {question === null ? <Portals words={words} today={reading.today} language={language} /> : null}
          </>
        )}
        {reading === null || reading.state.trouble !== null ? null : (
          // Without a name it would be taken for the first day's words when those go, and forget what was tapped.
          <Fragment key="here">
            {outside.privateWindow || site === null ? null : question === null ? (
              <Site
                words={words}
                site={site}
                reading={reading}
                outside={outside}
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
              <Phone reading={reading} outside={outside} words={words} after={read}>
                <Offer outside={outside} words={words} undo={shared.undo} after={read} />
              </Phone>
            ) : null}
          </Fragment>
        )}
        <div class="ends">
          <span class="soft">{words.local}</span>
          <button type="button" onClick={() => outside.openDashboard('')}>
            {words.dashboard}
          </button>
          <button type="button" class="plain" onClick={() => outside.openDashboard('#/export')}>
            {words.report}
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
      {props.words.notMe}
    </button>
  );
}

/** `usual` is undefined while it isn't known. */
function Total(props: {
  words: PopupWords;
  today: Glance;
  usual: Reading['today']['usual'] | undefined;
  language: Language;
}) {
  const { today, usual, language, words } = props;
  const apart = today.attentionMs - (usual?.ms ?? 0);
  const time = format.duration(Math.abs(apart), language);
  return (
    <div class="total">
      <p class="label">{words.today}</p>
      <p class="value" data-figure="today">
        {format.duration(today.attentionMs, language)}
      </p>
      <p class="compare">
        {usual === undefined
          ? ''
          : usual === null
            ? words.noCompare
            : Math.abs(apart) < 5 * 60_000
              ? words.same(usual.days)
              : apart > 0
                ? words.more(usual.days, time)
                : words.less(usual.days, time)}
      </p>
    </div>
  );
}

function Four({ today, language, words }: { today: Glance; language: Language; words: PopupWords['figures'] }) {
  const figures = [
    [words.entries, format.number(today.entries, language)],
    [words.repeats, format.number(today.repeats, language)],
    [words.after, format.clock(today.afterHoursMs)],
    [words.portals, format.number(today.portals, language)],
  ] as const;
  return (
    <dl class="four">
      {figures.flatMap(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{value}</dd>])}
    </dl>
  );
}

function Portals(props: { today: Reading['today']; language: Language; words: PopupWords }) {
  const { today, language, words } = props;
  const top = today.systems.slice(0, 3);
  const most = top[0]?.ms ?? 0;
  if (top.length === 0) return null;
  return (
    <ul class="top3" aria-label={words.portals}>
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
