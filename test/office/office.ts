/**
 * The office: imitations of the systems that a township official works in. The systems answer under real host names on
 * one loopback port. Each page in pages/ uses a component library that such systems use. The server logs all requests,
 * so that tests can compare the requests with the ledger.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { type Loopback, listen } from '../support/loopback-server.ts';
import { handleApiRequest, type LoggedRequest } from './api.ts';
import { libraries, libraryFolder } from './libraries.ts';
import { indexHost, systems } from './systems.ts';

/** Pages that a suite adds to the office. */
interface ExtraPages {
  /** A folder of pages. */
  readonly pages: string;
  /**
   * Files and folders by the start of their address; the longest match is used. An address that ends with a slash
   * belongs to a folder, any other address to a file.
   */
  readonly folders?: Readonly<Record<string, string>>;
}

export interface OfficeOptions {
  /** Default 0: a free port. */
  readonly port?: number;
  readonly clock?: () => number;
  readonly more?: ExtraPages;
  /** Called with every request that reaches the port, as `GET https://host/path`. */
  readonly onRequest?: (request: string) => void;
}

export interface Office extends Loopback {
  /** All requests for pages and to the API, oldest first. */
  readonly log: readonly LoggedRequest[];
  /**
   * Returns the requests to one host, of one kind or of all kinds. `host` includes the port if it is not the default
   * port.
   */
  requestsTo(host: string, kind?: LoggedRequest['kind']): readonly LoggedRequest[];
}

const pages = join(import.meta.dirname, 'pages');
const media = join(import.meta.dirname, 'media');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.php': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.webm': 'video/webm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/** Opens the office. Rejects with the code `EADDRINUSE` when the port is taken. */
export async function openOffice(options: OfficeOptions = {}): Promise<Office> {
  const log: LoggedRequest[] = [];
  const clock = options.clock ?? Date.now;
  const loopback = await listen(
    (request, response) => {
      handleRequest(request, response, log, clock, options.more).catch((error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      });
    },
    options.port,
    options.onRequest,
  );
  return {
    ...loopback,
    log,
    requestsTo: (host, kind) =>
      log.filter((request) => request.host === host && (kind === undefined || request.kind === kind)),
  };
}

async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  log: LoggedRequest[],
  clock: () => number,
  more: ExtraPages = { pages },
): Promise<void> {
  const host = request.headers.host ?? '';
  const url = new URL(request.url ?? '/', `http://${host}`);
  const folders = Object.entries(more.folders ?? {}).sort(([a], [b]) => b.length - a.length);
  const [prefix, folder] = folders.find(([start]) => url.pathname.startsWith(start)) ?? [];
  if (prefix !== undefined && folder !== undefined) {
    const file = prefix.endsWith('/') ? join(folder, url.pathname.slice(prefix.length)) : folder;
    send(request, response, file === folder || isWithin(folder, file) ? file : null);
  } else if (url.pathname === '/favicon.ico') {
    response.statusCode = 204;
    response.end();
  } else if (url.pathname.startsWith('/lib/')) {
    send(request, response, libraryFile(url.pathname.slice('/lib/'.length)));
  } else if (url.pathname.startsWith('/media/')) {
    const file = join(media, url.pathname.slice('/media/'.length));
    send(request, response, isWithin(media, file) ? file : null);
  } else if (url.pathname.startsWith('/api/')) {
    const body = await readBody(request);
    const reply = handleApiRequest({ host, name: url.pathname.slice('/api/'.length), url, body, log, at: clock() });
    // Real systems take some time to answer. A page may ask for a slow answer.
    const waitMs = Number(url.searchParams.get('wait') ?? 120);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    response.statusCode = reply.status ?? 200;
    response.setHeader(
      'content-type',
      reply.html === undefined ? 'application/json; charset=utf-8' : (types['.html'] ?? ''),
    );
    response.end(reply.html ?? JSON.stringify(reply.json));
  } else {
    const system = systems.find((s) => s.host === host);
    const name =
      url.pathname === '/'
        ? host === indexHost
          ? 'index.html'
          : (system?.page ?? 'other.html')
        : url.pathname.slice(1);
    const home = existsSync(join(pages, name)) ? pages : more.pages;
    const file = join(home, name);
    if (!isWithin(home, file) || !existsSync(file)) return send(request, response, null);
    response.setHeader('cache-control', 'no-store');
    if (url.pathname === '/' || name.endsWith('.html')) log.push({ at: clock(), host, kind: 'page', name, fields: {} });
    send(request, response, file);
  }
}

/**
 * Returns the file at PACKAGE/PATH, or null when the package is not a library of the office or the path leaves its
 * folder.
 */
function libraryFile(path: string): string | null {
  const name = libraries.find((library) => path.startsWith(`${library}/`));
  if (name === undefined) return null;
  const folder = libraryFolder(name);
  const file = join(folder, path.slice(name.length + 1));
  return isWithin(folder, file) ? file : null;
}

const isWithin = (folder: string, file: string) => normalize(file).startsWith(folder + sep);

/** Sends a file, or a part of it for a range request. Sends status 404 if the file is null or does not exist. */
function send(request: IncomingMessage, response: ServerResponse, file: string | null): void {
  if (file === null || !existsSync(file)) {
    response.statusCode = 404;
    response.end('not found');
    return;
  }
  const { size } = statSync(file);
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
  response.setHeader('accept-ranges', 'bytes');
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (range === null) {
    response.setHeader('content-length', size);
    createReadStream(file).pipe(response);
    return;
  }
  const start = Number(range[1]);
  const end = range[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
  response.statusCode = 206;
  response.setHeader('content-range', `bytes ${start}-${end}/${size}`);
  response.setHeader('content-length', end - start + 1);
  createReadStream(file, { start, end }).pipe(response);
}

/** Returns the fields of a JSON or urlencoded body as strings; for a multipart body only the number of files. */
async function readBody(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const type = request.headers['content-type'] ?? '';
  const text = Buffer.concat(chunks).toString(type.startsWith('multipart/') ? 'latin1' : 'utf8');
  if (text === '') return {};
  if (type.startsWith('application/json')) {
    const value = JSON.parse(text) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(value).map(([key, v]) => [key, v === null || v === undefined ? '' : String(v)]),
    );
  }
  if (type.startsWith('multipart/')) return { files: String(text.match(/filename="[^"]+"/g)?.length ?? 0) };
  return Object.fromEntries(new URLSearchParams(text));
}
