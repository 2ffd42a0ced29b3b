import { Backup } from '../backup/backup.tsx';
import { Sites } from '../sites/sites.tsx';

export function SettingsScreen() {
  return (
    <>
      <Sites />
      <Backup />
    </>
  );
}
