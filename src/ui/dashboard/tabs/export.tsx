/** Exports a month as an anonymous report, or as the owner's own record. */
import { ExportWizard } from '../wizard/wizard.tsx';

export const ExportTab = () => <ExportWizard />;
