/** Exports a month: as a report for research, or as the owner's own record. */
import { MoreTexts } from '../../more-texts.tsx';
import { ExportWizard } from '../wizard/wizard.tsx';

export const ExportTab = () => (
  <MoreTexts page="export">
    <ExportWizard />
  </MoreTexts>
);
