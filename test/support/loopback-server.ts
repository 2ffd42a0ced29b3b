/**
 * Runs a server on 127.0.0.1 that answers for any host name, over http and over https (self-signed). For Firefox the
 * server is also the HTTP proxy for both. The server recognizes a TLS connection by the first byte.
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

/** Hosts that Firefox contacts by itself. The server refuses them, so that it receives only requests of pages. */
const vendorHosts = /\.(mozilla\.(com|net|org)|firefox\.com|google\.com|googleapis\.com)(:\d+)?$/;

/**
 * Listens on 127.0.0.1, on a free port unless `port` is given. Rejects with `EADDRINUSE` when the port is taken.
 * `onRequest` receives every request as `GET https://host/path`, and each `CONNECT host:port` that is not refused.
 */
export async function listen(
  answer: RequestListener,
  port = 0,
  onRequest: (request: string) => void = () => {},
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
  const logRequest = (scheme: string) => (request: IncomingMessage) => {
    const isFullUrl = request.url?.startsWith('http://');
    onRequest(`${request.method} ${isFullUrl ? request.url : `${scheme}://${request.headers.host}${request.url}`}`);
  };
  secure.prependListener('request', logRequest('https'));
  // The request line to a proxy contains the full URL, but `answer` expects only the path.
  plain.prependListener('request', (request) => {
    if (request.url?.startsWith('http://')) request.url = request.url.replace(/^http:\/\/[^/]*/, '') || '/';
  });
  plain.prependListener('request', logRequest('http'));
  plain.on('connect', (request, socket) => {
    if (vendorHosts.test(request.url ?? '')) return socket.destroy();
    onRequest(`CONNECT ${request.url}`);
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    route(socket as Socket);
  });
  const listener = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A browser that is closed during a request resets the connection.
    socket.on('error', () => socket.destroy());
    route(socket);
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (listener.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
