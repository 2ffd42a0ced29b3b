/** A portal's name from the catalogue followed by its host, or the host alone if the catalogue does not have it. */
import { usePageContext } from '../../page-context.ts';

export function PortalName({ host }: { host: string }) {
  const { names, language } = usePageContext();
  const name = names[host]?.[language];
  return name === undefined ? (
    <span>{host}</span>
  ) : (
    <>
      {name} <span class="soft host">{host}</span>
    </>
  );
}
