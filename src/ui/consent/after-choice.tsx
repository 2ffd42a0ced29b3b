/** The screens of the consent page after the owner has agreed or declined. */
import { useTexts } from '../page-context.ts';
import { ConsentFrame } from './consent-frame.tsx';

/** The page after the owner has agreed: recording has started. */
export function Started({ openDashboard }: { openDashboard: () => unknown }) {
  const texts = useTexts('consent');
  return (
    <ConsentFrame>
      <h1>{texts.startedHead}</h1>
      <p class="lead">{texts.started}</p>
      <p>{texts.pin}</p>
      <PinPicture />
      <p>
        <button type="button" onClick={openDashboard}>
          {texts.openDashboard}
        </button>
      </p>
    </ConsentFrame>
  );
}

/** The page after the owner has declined; `back` returns to the choice. */
export function Declined({ back }: { back: () => unknown }) {
  const texts = useTexts('consent');
  return (
    <ConsentFrame>
      <h1>{texts.declinedHead}</h1>
      <p class="lead">{texts.declined}</p>
      <p>
        <button type="button" class="plain" onClick={back}>
          {texts.back}
        </button>
      </p>
    </ConsentFrame>
  );
}

/** Draws a picture of how to pin the icon: puzzle piece, pin, icon in the toolbar. */
const PinPicture = () => (
  <svg width="260" height="64" viewBox="0 0 260 64" aria-hidden="true">
    <rect class="cell heat-0" x="1" y="1" width="258" height="62" rx="8" />
    <g class="axis" fill="none" stroke-width="2">
      <path d="M32 24h7v-3a3.5 3.5 0 0 1 7 0v3h7v7h3a3.5 3.5 0 0 1 0 7h-3v8h-21z" />
      <path d="M74 32h28m-6-5l6 5l-6 5M158 32h28m-6-5l6 5l-6 5" />
      <path d="M124 19h12m-10 0v11l-5 6h18l-5-6v-11m-4 17v10" />
    </g>
    <circle class="bar all" cx="216" cy="32" r="11" />
  </svg>
);
