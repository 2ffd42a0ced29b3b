/** The cards of the settings tab that have no choices: notes on privacy, versions and licence. */
import { usePageContext, useTexts } from '../../page-context.ts';

/** Explains who else can see the ledger. */
export function PrivacyNotes() {
  const texts = useTexts('settings');
  return (
    <section class="card">
      <h2>{texts.privacy}</h2>
      <p>{texts.privateWindow}</p>
      <p>{texts.shared}</p>
    </section>
  );
}

/** Shows versions, licence and the link to the privacy policy. */
export function About() {
  const { version, state, language } = usePageContext();
  const texts = useTexts('settings');
  return (
    <section class="card">
      <h2>{texts.about}</h2>
      <dl class="rows">
        <dt>{texts.version}</dt>
        <dd>{version}</dd>
        <dt>{texts.catalogue}</dt>
        <dd>{state.catalogueVersion}</dd>
        <dt>{texts.licence}</dt>
        <dd>{texts.licenceText}</dd>
      </dl>
      <p>{texts.pledge}</p>
      <p>
        <a href={`../privacy/index.html#${language}`}>{texts.policy}</a>
      </p>
    </section>
  );
}
