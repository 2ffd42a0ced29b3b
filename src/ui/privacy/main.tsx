/**
 * Entry of the privacy page. It needs neither the worker nor the ledger, so it opens even if one of them is broken. The
 * hash `#en` sets the language.
 */
import { render } from 'preact';
import { pickLanguage } from '../../core/pick-language.ts';
import { languages } from '../../core/settings.ts';
import { loadTexts } from '../strings/languages.ts';
import '../style.css';
import '../screens.css';
import './privacy.css';
import { Privacy } from './privacy.tsx';

const asked = languages.find((language) => location.hash === `#${language}`);

async function main(): Promise<void> {
  const language = asked ?? pickLanguage('browser', navigator.languages);
  const first = { language, texts: await loadTexts('privacy', language) };
  render(<Privacy first={first} root={document.documentElement} />, document.getElementById('app') as HTMLElement);
}

void main();
