import { render } from 'preact';
import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { consentVersion } from '../../core/settings.ts';
import { asker } from '../ask-worker.ts';
import '../style.css';

const ask = asker((message) => browser.runtime.sendMessage(message));

const confirmations = [
  '这不是涉密计算机，也不在涉密网络里。',
  '单位允许在这台电脑上使用这样的个人工具。',
  '我知道：账本只在本机，不发送到任何地方；能打开这台电脑的人也可能看到它。',
];

function Consent() {
  const [ticked, tick] = useState<readonly boolean[]>(confirmations.map(() => false));
  const [state, setState] = useState<'open' | 'agreed' | string>('open');
  const agree = () =>
    ask('settings.write', { consent: consentVersion }).then(
      () => setState('agreed'),
      (trouble: Error) => setState(trouble.message),
    );
  if (state === 'agreed')
    return (
      <>
        <h1>已开始记录</h1>
        <p>可以关闭这一页。点工具栏上的图标看今天的账；随时可以暂停、删除。</p>
      </>
    );
  return (
    <>
      <h1>指尖账本</h1>
      <p>
        记下名录里的政务平台花了您多少时间、哪些内容重复填写、打卡留痕有几次。只记种类、次数和时长；不记填写的内容、网页文字、网址和文件名。只看，不代填、不点击。在您同意之前，什么都不记。
      </p>
      <p className="soft">
        桌面网页只是一部分：手机、聊天群、客户端里的负担看不到。平台上的时间不等于负担，由您标明用途。
      </p>
      {confirmations.map((text, i) => (
        <label key={text} className="confirm">
          <input
            type="checkbox"
            data-confirm={i}
            checked={ticked[i]}
            onChange={(e) => tick(ticked.map((t, j) => (i === j ? e.currentTarget.checked : t)))}
          />{' '}
          {text}
        </label>
      ))}
      <button type="button" data-action="agree" disabled={!ticked.every(Boolean)} onClick={agree}>
        同意并开始记录
      </button>
      {state !== 'open' && <p role="alert">{state}</p>}
    </>
  );
}

render(<Consent />, document.getElementById('app') as HTMLElement);
