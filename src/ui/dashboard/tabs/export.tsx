import { Wizard } from '../wizard/wizard.tsx';

export const Export = () => <Wizard />;
