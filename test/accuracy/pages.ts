/** The portal pages of the scenarios, made on the spot: what each does is in its name. */
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Loopback, listen } from '../support/loopback.ts';

const lecture = join(import.meta.dirname, '../office/media/lecture.webm');

/** Blocks the thread as a frozen page does. */
const block = 'const block = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };';

const scripts: Record<string, string> = {
  '/': '',
  // Keys open what keys open: an alert, the print dialog, the file chooser.
  '/dialogs': `addEventListener('keydown', (e) => { if (e.key === 'a') alert('请稍候'); if (e.key === 'p') print(); if (e.key === 'f') file.click(); });`,
  '/busy': `${block} addEventListener('keydown', (e) => { if (e.key === 'b') block(5000); });`,
  '/janky': `${block} const again = () => { block(5000); setTimeout(again, 5000); }; setTimeout(again, 5000);`,
  '/timers': `const sweep = () => { const top = setTimeout(() => {}, 0); for (let i = Math.max(0, top - 400); i <= top; i++) { clearTimeout(i); clearInterval(i); } requestAnimationFrame(sweep); }; sweep();`,
  '/scrolls': `document.body.style.height = '90000px'; const go = () => { scrollBy(0, 2); requestAnimationFrame(go); }; go();`,
  '/routes': `let n = 0; setInterval(() => history.pushState({}, '', '/routes?' + ++n), 1000);`,
  '/lecture': `video.play();`,
};

const body = (path: string): string => {
  switch (path) {
    case '/lecture':
      return '<video id="video" src="/lecture.webm" loop muted autoplay width="480"></video>';
    case '/framed':
      return '<iframe src="/" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>';
    case '/nested':
      // Another origin within another: a portal's frame in a portal's frame, the innermost without an address.
      return '<iframe src="http://rst.gansu.gov.cn/inner" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>';
    case '/inner':
      return '<iframe src="http://lwzb.stats.gov.cn/innermost" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>';
    case '/innermost':
      return '<iframe srcdoc="<p style=height:500px>srcdoc</p>" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>';
    case '/sandboxed':
      return '<iframe sandbox="allow-scripts" src="/" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>';
    case '/written':
      return `<iframe id="w" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe><script>w.contentDocument.open(); w.contentDocument.write('<p style="height:500px">written'); w.contentDocument.close();</script>`;
    default:
      return '<input id="file" type="file" style="position:fixed;right:0;bottom:0"><p style="height:500px">办理中</p>';
  }
};

export interface Portals extends Loopback {
  /** When each page was answered, oldest first, by `performance.now()`. */
  readonly answers: readonly { readonly at: number; readonly url: string }[];
}

export async function openPortals(): Promise<Portals> {
  const answers: { at: number; url: string }[] = [];
  const loopback = await listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    if (pathname === '/lecture.webm') {
      response.setHeader('content-type', 'video/webm');
      response.setHeader('content-length', statSync(lecture).size);
      createReadStream(lecture).pipe(response);
      return;
    }
    if (pathname === '/favicon.ico') {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    answers.push({ at: performance.now(), url: `http://${request.headers.host}${pathname}` });
    response.end(
      `<!doctype html><title>系统</title><h1>系统</h1>${body(pathname)}<script>${scripts[pathname] ?? ''}</script>`,
    );
  });
  return { ...loopback, answers };
}
