/** Draws a checkbox for a setting that is true or false. */
import type { Settings } from '../../../core/settings.ts';
import { usePageContext } from '../../page-context.ts';

export function SettingCheckbox({ setting, text }: { setting: keyof Settings; text: string }) {
  const { settings, change } = usePageContext();
  return (
    <label class="tick">
      <input
        type="checkbox"
        data-setting={setting}
        checked={settings[setting] === true}
        onChange={(e) => change({ [setting]: e.currentTarget.checked })}
      />
      <span>{text}</span>
    </label>
  );
}
