/** Needs neither worker nor ledger, so that it can be read when either is broken. `#en` asks for a language. */
import { render } from 'preact';
import { pickLanguage } from '../../core/pick-language.ts';
import { languages } from '../../core/settings.ts';
import '../style.css';
import '../screens.css';
import './privacy.css';
import { Privacy } from './privacy.tsx';

const asked = languages.find((language) => location.hash === `#${language}`);

render(
  <Privacy first={asked ?? pickLanguage('browser', navigator.languages)} root={document.documentElement} />,
  document.getElementById('app') as HTMLElement,
);
