/**
 * One loopback port that answers for any host name: http, https (self-signed) and, for Firefox, as the
 * HTTP proxy that carries both. The first byte of a connection tells them apart.
 */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import { generate } from 'selfsigned';

export interface Loopback {
  readonly port: number;
  close(): Promise<void>;
}

/** The first byte of a TLS handshake record (RFC 8446, 5.1). */
const tlsHandshake = 22;

/** Where Firefox itself calls home: refused, so the server sees pages' requests only. */
const vendors = /\.(mozilla\.(com|net|org)|firefox\.com|google\.com|googleapis\.com)(:\d+)?$/;

/**
 * Listens on 127.0.0.1, on a free port unless one is asked for. `EADDRINUSE` rejects. `heard` is told of all that is asked
 * for, as `GET https://host/path`, and of each `CONNECT host:port` that isn't refused.
 */
export async function listen(
  answer: RequestListener,
  port = 0,
  heard: (what: string) => void = () => {},
): Promise<Loopback> {
  const pems = await generate([{ name: 'commonName', value: 'loopback' }], { keySize: 2048 });
  const plain = createServer(answer);
  const secure = createSecureServer({ key: pems.private, cert: pems.cert }, answer);
  const sockets = new Set<Socket>();

  const route = (socket: Socket) => {
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === tlsHandshake ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  };
  const hear = (scheme: string) => (request: IncomingMessage) => {
    const isWhole = request.url?.startsWith('http://');
    heard(`${request.method} ${isWhole ? request.url : `${scheme}://${request.headers.host}${request.url}`}`);
  };
  secure.prependListener('request', hear('https'));
  // A proxy's request line holds the whole address; servers behind it expect the path.
  plain.prependListener('request', (request) => {
    if (request.url?.startsWith('http://')) request.url = request.url.replace(/^http:\/\/[^/]*/, '') || '/';
  });
  plain.prependListener('request', hear('http'));
  plain.on('connect', (request, socket) => {
    if (vendors.test(request.url ?? '')) return socket.destroy();
    heard(`CONNECT ${request.url}`);
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    route(socket as Socket);
  });
  const entrance = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A browser that is closed in mid-request resets its connections: nothing to answer any more.
    socket.on('error', () => socket.destroy());
    route(socket);
  });
  await new Promise<void>((resolve, reject) => {
    entrance.once('error', reject);
    entrance.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (entrance.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => entrance.close(resolve));
    },
  };
}
