/** Shows the changes of the consent page since the version to which the owner agreed. */
import { useTexts } from '../page-context.ts';
import type { Texts } from '../strings/texts.ts';

interface ConsentChanges {
  readonly added: readonly string[];
  readonly dropped: readonly string[];
}

/**
 * Returns the kinds of records that were added, and those that were dropped, after version `agreedTo` of the consent
 * page. Whenever `consentVersion` is raised, add an entry here.
 */
export function consentChanges(agreedTo: number, texts: Texts['consent']): ConsentChanges {
  const versions: readonly (ConsentChanges & { readonly version: number })[] = [
    { version: 1, added: texts.willList, dropped: [] },
  ];
  const since = versions.filter(({ version }) => version > agreedTo);
  return { added: since.flatMap((v) => v.added), dropped: since.flatMap((v) => v.dropped) };
}

/** Draws a table with the added and the dropped kinds of records side by side. */
export function ConsentChangesTable({ agreedTo }: { agreedTo: number }) {
  const texts = useTexts('consent');
  const { added, dropped } = consentChanges(agreedTo, texts);
  const cell = (lines: readonly string[]) =>
    lines.length === 0 ? (
      <p class="soft">{texts.nothing}</p>
    ) : (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  return (
    <table class="changes">
      <caption>{texts.changesHead}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.added}</th>
          <th scope="col">{texts.dropped}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{cell(added)}</td>
          <td>{cell(dropped)}</td>
        </tr>
      </tbody>
    </table>
  );
}
