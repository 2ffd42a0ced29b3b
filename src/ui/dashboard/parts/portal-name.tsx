/** Shows a portal's name from the catalogue and its host, or only the host if the catalogue has no name. */
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
