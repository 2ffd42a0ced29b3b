/** Texts on the groups of the catalogue, on sites that the owner adds, and on exempt portals. */
import type { SitesTexts } from '../zh-CN/sites.ts';

export const sites: SitesTexts = {
  sites: 'Which portals are recorded',
  version: (version) => `Catalogue version ${version}`,
  groups: 'Portals of the catalogue, by kind',
  groupsNote:
    'The catalogue lists portals used at work. Sites used only for your own affairs (tax, insurance, medical care, exams, housing fund) are never recorded.',
  group: (name, entries) => `${name} (${entries})`,
  asks: 'the browser asks for permission when this is switched on',
  refused: 'The browser did not allow it; the group stays off.',
  added: 'Sites you added',
  none: 'None yet. Portals on an internal network (address and port) can be added here.',
  waits: 'not yet allowed by the browser',
  allow: 'Allow',
  remove: 'Remove',
  pattern: 'Site (10.1.2.3:8080, oa.example.cn, *.example.cn)',
  kind: 'Kind',
  add: 'Add',
  wrong:
    'Not added: enter a host, host:port or *.host. Sites for petitions, whistle-blowing and courts, and sites used only for your own affairs (tax, insurance …), are never recorded.',
  exempt: 'Which portals are for security or emergencies',
  exemptNote:
    'The rules make an exception for security and emergencies. Tick the portals that fall under it; they are then not counted as burden.',
  exemptNone: 'No portal has been recorded yet.',
  unmarked: (count) => `${count} pages with a secrecy mark have not been recorded since the browser was opened.`,
};
