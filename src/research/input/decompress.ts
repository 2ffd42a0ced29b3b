/**
 * Decompresses a stream. If the data are damaged, the reader first gets everything before the damage, then the error.
 * When an error occurs, Node's own streams drop what the reader has not taken yet. So a slow reader would get fewer
 * lines of a damaged file than a fast one.
 */
import type { Gunzip, InflateRaw } from 'node:zlib';

/**
 * Compressed bytes per write. Deflate expands data at most 1,032 times, so the output of one write always fits into
 * memory.
 */
const writeBytes = 16 * 1024;

/**
 * Yields the decompressed bytes of `source`, block by block. Throws the decompressor's error where the data are
 * damaged.
 */
export async function* decompress(
  source: AsyncIterable<unknown>,
  decompressor: Gunzip | InflateRaw,
): AsyncGenerator<Buffer> {
  const ready: Buffer[] = [];
  const state: { isOver: boolean; fault: Error | null } = { isOver: false, fault: null };
  decompressor.on('data', (block: Buffer) => ready.push(block));
  const over = new Promise<void>((resolve) => {
    const end = (fault?: Error) => {
      state.isOver = true;
      state.fault ??= fault ?? null;
      resolve();
    };
    decompressor.once('end', end).once('close', end).on('error', end);
  });
  try {
    for await (const block of source as AsyncIterable<Buffer>) {
      for (let start = 0; start < block.length && !state.isOver; start += writeBytes) {
        const written = new Promise<void>((resolve) => {
          decompressor.write(block.subarray(start, start + writeBytes), () => resolve());
        });
        // Bytes after the end of the compressed data are never written, so `written` alone could wait forever.
        await Promise.race([written, over]);
        yield* ready.splice(0);
      }
      if (state.isOver) break;
    }
    decompressor.end();
    await over;
    yield* ready.splice(0);
    if (state.fault !== null) throw state.fault;
  } finally {
    decompressor.destroy();
  }
}
