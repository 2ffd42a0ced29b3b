/** This tab shows the settings of the owner. Every change is stored at once and can be changed back. */

import { WorkingHours } from '../../shared/hours.tsx';
import { Sites } from '../../shared/sites.tsx';
import { BackupAndRestore } from '../backup/backup.tsx';
import { EraseLedger } from '../backup/erase-ledger.tsx';
import { About, PrivacyNotes } from '../settings/about.tsx';
import { AppearanceSettings } from '../settings/appearance-settings.tsx';
import { RecordLevelSettings } from '../settings/record-level-settings.tsx';
import { RecordingSettings } from '../settings/recording-settings.tsx';
import { RetentionSettings } from '../settings/retention-settings.tsx';

export function SettingsTab() {
  return (
    <>
      <RecordingSettings />
      <AppearanceSettings />
      <RecordLevelSettings />
      <Sites />
      <WorkingHours />
      <RetentionSettings />
      <BackupAndRestore />
      <EraseLedger />
      <PrivacyNotes />
      <About />
    </>
  );
}
