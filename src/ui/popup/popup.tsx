/** The popup: today's figures at a glance, the state of recording, the page in front, and self-reported burden. */
import { Fragment } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { pickLanguage } from '../../core/pick-language.ts';
import type { Language } from '../../core/settings.ts';
import type { SiteStanding, State } from '../../messages.ts';
import { applyAppearance } from '../apply-appearance.ts';
import { LanguageContext } from '../page-context.ts';
import { asksPurpose } from '../shared/asks-purpose.ts';
import type { PurposeQuestion } from '../shared/purpose-question.tsx';
import { loadTexts } from '../strings/languages.ts';
import type { PageTexts } from '../strings/texts.ts';
import { Chip } from './chip.tsx';
import { DayStrip } from './day-strip.tsx';
import { type Glance, glanceOf } from './glance.ts';
import { NotMeButton } from './not-me-button.tsx';
import { Pause } from './pause.tsx';
import { Phone } from './phone.tsx';
import type { PopupEffects, Reading, RecordedSite } from './popup-reading.ts';
import { Site } from './site.tsx';
import { FourFigures, TodayTotal, TopPortals } from './today-figures.tsx';

interface PopupProps {
  readonly effects: PopupEffects;
  readonly glance: Glance | null;
  /**
   * Texts in the language of the stored figures or, if none are stored, in the language of the browser. The texts of
   * the language in the settings are loaded later.
   */
  readonly first: { readonly language: Language; readonly texts: PageTexts['popup'] };
}

export function Popup({ effects, glance, first }: PopupProps) {
  const { ask, root } = effects;
  const [reading, setReading] = useState<Reading | null>(null);
  const [site, setSite] = useState<SiteStanding | null>(null);
  const [question, setQuestion] = useState<{ site: RecordedSite; Ask: typeof PurposeQuestion } | null>(null);
  const [faultMessage, setFaultMessage] = useState<string | null>(null);
  /** Reads the figures. `readMore` returns a function that shows what it has read, in the same draw as the figures. */
  const read = useCallback(
    async (readMore?: (state: State) => Promise<() => void>) => {
      const [state, settings, today] = await Promise.all([ask('state.read'), ask('settings.read'), ask('today.read')]);
      const showMore = await readMore?.(state);
      setReading({ state, settings, today });
      showMore?.();
      await effects.keepGlance(glanceOf(state, settings, today));
    },
    [ask, effects],
  );
  const readSite = useCallback(() => effects.tabUrl().then((url) => ask('site.read', url)), [ask, effects]);
  // Starts to read before the first paint, and draws once, when figures, site and question have all been read.
  useLayoutEffect(() => {
    const fail = (e: Error) => setFaultMessage(e.message);
    const readSiteAndQuestion = async (state: State) => {
      if (!state.consented) return () => {};
      const site = await readSite();
      const asked =
        site.standing === 'recorded' && asksPurpose(site.system)
          ? { site, Ask: (await import('../shared/purpose-question.tsx')).PurposeQuestion }
          : null;
      return () => {
        setSite(site);
        setQuestion(asked);
      };
    };
    read((state) => readSiteAndQuestion(state).catch((e: Error) => () => fail(e))).catch(fail);
  }, [read, readSite]);

  const look = reading?.settings ?? glance?.look ?? null;
  const language = pickLanguage(look?.language ?? 'browser', effects.languages);
  // Runs before the first paint, because a later change would draw the whole page a second time.
  useLayoutEffect(() => {
    if (look !== null) applyAppearance(root, look, language);
    else if (faultMessage !== null) root.lang = language;
  }, [root, look, language, faultMessage]);
  const [shown, setShown] = useState(first);
  useEffect(() => {
    if (language !== shown.language) loadTexts('popup', language).then((texts) => setShown({ language, texts }));
  }, [language, shown]);
  const { popup: texts, common, storageFaults } = shown.texts;
  const fault =
    reading === null
      ? faultMessage === null
        ? null
        : /version|newer/i.test(faultMessage)
          ? 'newer'
          : 'broken'
      : reading.state.trouble;
  const faultTexts = fault === null ? null : storageFaults[fault];
  const title = look?.discreet ? common.discreetName : common.name;

  if (faultMessage !== null && reading === null)
    return (
      <main>
        <div class="bar-top">
          <h1>{title}</h1>
          <Chip state="alert">{texts.notStored}</Chip>
        </div>
        {faultTexts === null ? null : (
          <p role="alert">
            <strong>{faultTexts.head}</strong>
            <br />
            {faultTexts.text}
          </p>
        )}
      </main>
    );
  if (reading !== null && !reading.state.consented)
    return (
      <main>
        <div class="bar-top">
          <h1>{title}</h1>
          <Chip state="alert">{texts.off}</Chip>
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
  const isUnrecorded = effects.privateWindow || !['none', 'recorded'].includes(standing);
  const readSiteAgain = () => readSite().then(setSite);
  return (
    <LanguageContext.Provider value={shown}>
      <main aria-busy={reading === null || (site === null && faultMessage === null)}>
        <div class="bar-top">
          <h1>{title}</h1>
          {reading === null ? null : (
            <Pause reading={reading} effects={effects} isUnrecorded={isUnrecorded} onChange={read} />
          )}
        </div>
        {sample ? <p class="sample">{common.sample}</p> : null}
        {effects.privateWindow ? <p class="notice">{texts.privateWindow}</p> : null}
        {faultTexts === null ? null : (
          <p role="alert" class="notice">
            <strong>{faultTexts.head}</strong>
            <br />
            {faultTexts.text}
          </p>
        )}
        {today === null ? (
          <p class="soft">{texts.reading}</p>
        ) : (
          <TodayTotal today={today} usual={reading?.today.usual} />
        )}
        {reading === null || today === null ? null : reading.state.firstDay === null ? (
          <p>{texts.firstDay}</p>
        ) : (
          <>
            <DayStrip quarters={reading.today.quarters} width={drawingWidth()} />
            <FourFigures today={today} />
            {question === null ? <TopPortals today={reading.today} /> : null}
          </>
        )}
        {reading === null || reading.state.trouble !== null ? null : (
          // The key keeps `Phone` mounted with its state when the sentence for the first day disappears above it.
          <Fragment key="here">
            {effects.privateWindow || site === null ? null : question === null ? (
              <Site site={site} reading={reading} effects={effects} onChange={readSiteAgain} />
            ) : (
              <question.Ask
                system={question.site.system}
                name={question.site.name?.[shown.language] ?? question.site.system.host}
                ask={ask}
                onAnswer={() => setQuestion(null)}
              />
            )}
            {question === null ? (
              <Phone reading={reading} effects={effects} onChange={read}>
                <NotMeButton effects={effects} onChange={read} />
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

/**
 * Returns the width in pixels that popup.css gives a drawing. While the popup has no size yet, this is the width that
 * popup.css gives the body.
 */
const drawingWidth = () => (innerWidth < 200 ? 360 : Math.min(400, innerWidth)) - 28;
