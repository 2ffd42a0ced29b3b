/** The owner's own copy, and the way out (promise P6). */
import { useState } from 'preact/hooks';
import { useShell } from '../../shell.ts';

export function Backup() {
  const { ask, save } = useShell();
  const [said, say] = useState('');
  const [sure, setSure] = useState(false);
  const backUp = async () => save('fingertip-ledger-backup.json', JSON.stringify(await ask('backup.read')));
  const restore = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file === undefined) return;
    try {
      const { added, alreadyThere } = await ask('backup.restore', JSON.parse(await file.text()));
      say(`恢复了 ${added} 条，原有 ${alreadyThere} 条。`);
    } catch (trouble) {
      say(`${file.name}：${(trouble as Error).message}`);
    }
    input.value = '';
  };
  const erase = async () => {
    await ask('ledger.erase');
    say('已全部删除，也不再记录。');
    setSure(false);
  };
  return (
    <section>
      <h2>自己的账</h2>
      <p class="soft">备份文件里有平台域名和逐次记录，只给自己留存，不得收取或用于考核。</p>
      <button type="button" class="plain" data-action="backup" onClick={backUp}>
        保存备份
      </button>{' '}
      <label>
        从备份恢复 <input type="file" accept=".json" data-action="restore" onChange={(e) => restore(e.currentTarget)} />
      </label>{' '}
      {sure ? (
        <button type="button" data-action="erase-sure" onClick={erase}>
          确认全部删除，不能撤销
        </button>
      ) : (
        <button type="button" class="plain" data-action="erase" onClick={() => setSure(true)}>
          全部删除
        </button>
      )}
      <p role="status">{said}</p>
    </section>
  );
}
