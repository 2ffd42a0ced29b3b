/**
 * Unpacks in the order of the bytes: all that stands before a fault, then the fault. Read as a stream, Node drops what
 * its reader hasn't taken yet when it finds the fault, and a slow reader gets fewer lines of a damaged file than a fast.
 */
import type { Gunzip, InflateRaw } from 'node:zlib';

/** So many packed bytes at once that what a bomb makes of them fits into memory: 1,032 times as many. */
const step = 16 * 1024;

/** The unpacked bytes of a source, block by block. Throws what the unpacker says of a fault. */
export async function* unpacked(source: AsyncIterable<unknown>, unpacker: Gunzip | InflateRaw): AsyncGenerator<Buffer> {
  const ready: Buffer[] = [];
  const state: { isOver: boolean; fault: Error | null } = { isOver: false, fault: null };
  unpacker.on('data', (block: Buffer) => ready.push(block));
  const over = new Promise<void>((done) => {
    const end = (fault?: Error) => {
      state.isOver = true;
      state.fault ??= fault ?? null;
      done();
    };
    unpacker.once('end', end).once('close', end).on('error', end);
  });
  try {
    for await (const block of source as AsyncIterable<Buffer>) {
      for (let at = 0; at < block.length && !state.isOver; at += step) {
        const written = new Promise<void>((done) => {
          unpacker.write(block.subarray(at, at + step), () => done());
        });
        // What follows the end of packed bytes is never written.
        await Promise.race([written, over]);
        yield* ready.splice(0);
      }
      if (state.isOver) break;
    }
    unpacker.end();
    await over;
    yield* ready.splice(0);
    if (state.fault !== null) throw state.fault;
  } finally {
    unpacker.destroy();
  }
}
