/** A local server with the portal pages of the scenarios. The path of a page selects its behaviour. */
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Loopback, listen } from '../support/loopback-server.ts';

const lecture = join(import.meta.dirname, '../office/media/lecture.webm');

/**
 * The script of the stopwatch, which runs in every page. It sends to the server which events the page received and when
 * (`event.timeStamp`, converted to the wall clock). The script does not use the extension, and a busy machine does not
 * change these times.
 */
const stopwatchScript = `{
  const send = (kind, at) =>
    navigator.sendBeacon('/seen', JSON.stringify({
      kind, at: Date.now() - performance.now() + at, top: self === top,
      visible: document.visibilityState === 'visible' && !document.prerendering, focus: document.hasFocus(),
    }));
  for (const type of ['pointerdown', 'pagehide', 'pageshow', 'visibilitychange', 'focus', 'blur', 'afterprint'])
    addEventListener(type, (e) => (/focus|blur/.test(type) && e.target !== window) || send(e.persisted && type === 'pageshow' ? 'pageshow from cache' : type, e.timeStamp), true);
  document.addEventListener('prerenderingchange', (e) => send('prerenderingchange', e.timeStamp));
  send('load', performance.now());
}`;
const stopwatchTag = '<script src="/stopwatch.js"></script>';

/** Blocks the thread, as a frozen page does. */
const block = 'const block = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };';

const scripts: Record<string, string> = {
  '/': '',
  // Keys open an alert (a), the print dialog (p) or the file chooser (f), or block the thread (b).
  '/dialogs': `${block} addEventListener('keydown', (e) => { if (e.key === 'a') alert('请稍候'); if (e.key === 'p') print(); if (e.key === 'f') file.click(); if (e.key === 'b') block(5000); });`,
  '/busy': `${block} addEventListener('keydown', (e) => { if (e.key === 'b') block(5000); });`,
  '/janky': `${block} const again = () => { block(5000); setTimeout(again, 5000); }; setTimeout(again, 5000);`,
  '/timers': `const sweep = () => { const top = setTimeout(() => {}, 0); for (let i = Math.max(0, top - 400); i <= top; i++) { clearTimeout(i); clearInterval(i); } requestAnimationFrame(sweep); }; sweep();`,
  '/scrolls': `document.body.style.height = '90000px'; const go = () => { scrollBy(0, 2); requestAnimationFrame(go); }; go();`,
  '/routes': `let n = 0; setInterval(() => history.pushState({}, '', '/routes?' + ++n), 1000);`,
  '/lecture': `video.play();`,
  // Everything that can be pressed is in a closed shadow root that stops the propagation of its events.
  '/shadow': `const root = host.attachShadow({ mode: 'closed' }); root.innerHTML = '<div style="position:fixed;inset:0;background:#eee"></div>'; for (const type of ['mousemove', 'pointerdown', 'mousedown']) root.addEventListener(type, (e) => e.stopPropagation());`,
};

const body = (path: string): string => {
  switch (path) {
    case '/lecture':
      return '<video id="video" src="/lecture.webm" loop muted autoplay width="480"></video>';
    case '/paper':
      return '<iframe src="/notice.pdf" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>';
    case '/framed':
      return '<iframe src="/" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>';
    case '/nested':
      // Nested frames of different origins; the innermost frame has no address.
      return '<iframe src="http://rst.gansu.gov.cn/inner" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>';
    case '/inner':
      return '<iframe src="http://lwzb.stats.gov.cn/innermost" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>';
    case '/innermost':
      return `<iframe srcdoc='${stopwatchTag}<p style=height:500px>srcdoc</p>' style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>`;
    case '/sandboxed':
      return '<iframe sandbox="allow-scripts" src="/" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>';
    case '/written':
      return `<iframe id="w" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe><script>w.contentDocument.open(); w.contentDocument.write('${stopwatchTag.replace('</', '<\\/')}<p style="height:500px">written'); w.contentDocument.close();</script>`;
    case '/shadow':
      return '<div id="host"></div>';
    case '/prerenders': {
      // A page of another system on the same site, which the browser prerenders.
      const next = 'http://rst.gansu.gov.cn/prerendered';
      return `<script type="speculationrules">{"prerender":[{"source":"list","urls":["${next}"]}]}</script><a href="${next}" style="position:fixed;inset:0">下一页</a>`;
    }
    default:
      return '<input id="file" type="file" style="position:fixed;right:0;bottom:0"><p style="height:500px">办理中</p>';
  }
};

/** A PDF of one page with one word. */
const pdf = (() => {
  const text = 'BT /F1 24 Tf 72 700 Td (Notice) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer << /Size 6 /Root 1 0 R >>`;
  return `${file}${table}\nstartxref\n${file.length}\n%%EOF`;
})();

/** An event that a page received, and the state of the page at that time. */
export interface PortalEvent {
  readonly kind: string;
  /** Time of the event in milliseconds (wall clock). */
  readonly at: number;
  readonly host: string;
  readonly path: string;
  readonly top: boolean;
  readonly visible: boolean;
  readonly focus: boolean;
}

/** The running server, with the pages that it sent and the events that it was told. */
export interface Portals extends Loopback {
  /** The pages that the server has sent, each with its time (wall clock). The oldest page is first. */
  readonly answers: readonly { readonly at: number; readonly host: string; readonly path: string }[];
  /** The events that pages received, in the order in which the server got them. */
  readonly events: readonly PortalEvent[];
}

/** Starts the server. */
export async function openPortals(): Promise<Portals> {
  const answers: { at: number; host: string; path: string }[] = [];
  const events: PortalEvent[] = [];
  const loopback = await listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const host = request.headers.host ?? '';
    if (pathname === '/seen') {
      let text = '';
      request.on('data', (part) => {
        text += part;
      });
      request.on('end', () => {
        const path = new URL(request.headers.referer ?? 'http://x/').pathname;
        events.push({ host, path, ...JSON.parse(text) });
        response.statusCode = 204;
        response.end();
      });
      return;
    }
    if (pathname === '/stopwatch.js') {
      response.setHeader('content-type', 'text/javascript');
      response.end(stopwatchScript);
      return;
    }
    if (pathname === '/lecture.webm') {
      response.setHeader('content-type', 'video/webm');
      response.setHeader('content-length', statSync(lecture).size);
      createReadStream(lecture).pipe(response);
      return;
    }
    if (pathname === '/notice.pdf') {
      response.setHeader('content-type', 'application/pdf');
      answers.push({ at: Date.now(), host, path: pathname });
      response.end(pdf);
      return;
    }
    if (pathname === '/favicon.ico') {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (pathname === '/prerendered') response.setHeader('supports-loading-mode', 'credentialed-prerender');
    answers.push({ at: Date.now(), host, path: pathname });
    response.end(
      `<!doctype html><title>系统</title><script>${stopwatchScript}</script><h1>系统</h1>${body(pathname)}<script>${scripts[pathname] ?? ''}</script>`,
    );
  });
  return { ...loopback, answers, events };
}
