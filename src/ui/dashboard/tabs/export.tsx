/** Exports a month: as a report for research, or as the owner's own record. */
import { ExportWizard } from '../wizard/wizard.tsx';

export const ExportTab = () => <ExportWizard />;
