/**
 * `cluster/` copies a store to a ClickHouse cluster that the researcher runs, and queries this cluster.
 *
 * This file sends each HTTP request on a new connection. The server may have closed a kept-alive connection; a request
 * on that connection would fail as if the shard were down.
 */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** Status and text of a complete response. */
export interface HttpResponse {
  readonly status: number;
  readonly text: string;
}

/** Sends a POST request. Rejects when the server doesn't answer or the response is incomplete. */
export function httpPost(address: URL, headers: Readonly<Record<string, string>>, body: string): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const request = (address.protocol === 'https:' ? httpsRequest : httpRequest)(
      address,
      { method: 'POST', agent: false, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('aborted', () => reject(new Error('the response is incomplete')));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
