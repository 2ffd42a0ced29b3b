/** One HTTP request on a connection of its own: a server that closed an idle one must not look like a lost shard. */
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Rejects when nobody answers, or the answer breaks off. */
export function post(address: URL, headers: Readonly<Record<string, string>>, body: string): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = (address.protocol === 'https:' ? secure : plain)(
      address,
      { method: 'POST', agent: false, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', fail);
        response.on('aborted', () => fail(new Error('the answer broke off')));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
        );
      },
    );
    request.on('error', fail);
    request.end(body);
  });
}
