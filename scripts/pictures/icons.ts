/**
 * `npx tsx scripts/pictures/icons.ts`: draws public/icons/ and the tile for the stores. The icons of the recording
 * states differ by shape, not only by colour.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';

type Shape = (x: number, y: number) => boolean;

/** Functions that make shapes, in coordinates from 0 to 16. */
const box =
  (x0: number, y0: number, x1: number, y1: number, r = 0): Shape =>
  (x, y) => {
    if (x < x0 || x > x1 || y < y0 || y > y1) return false;
    const dx = Math.max(x0 + r - x, x - (x1 - r), 0);
    const dy = Math.max(y0 + r - y, y - (y1 - r), 0);
    return dx * dx + dy * dy <= r * r || r === 0;
  };
const disc =
  (cx: number, cy: number, r: number): Shape =>
  (x, y) =>
    (x - cx) ** 2 + (y - cy) ** 2 <= r * r;
const union =
  (...shapes: Shape[]): Shape =>
  (x, y) =>
    shapes.some((s) => s(x, y));
const without =
  (a: Shape, b: Shape): Shape =>
  (x, y) =>
    a(x, y) && !b(x, y);

const page = box(1.5, 1, 14.5, 15, 2.6);
const outline = without(page, box(3, 2.5, 13, 13.5, 1.4));
/** Three lines of a ledger. The last line is shorter. */
const lines = union(box(4.4, 4.2, 11.6, 5.7), box(4.4, 7.3, 11.6, 8.8), box(4.4, 10.4, 8.4, 11.9));
const shapes: Record<string, Shape> = {
  recording: without(page, union(lines, disc(11, 11.1, 1.5))),
  paused: without(page, union(box(4.8, 4.2, 6.9, 11.8), box(9.1, 4.2, 11.2, 11.8))),
  outside: union(outline, box(5, 4.9, 11, 6.2), box(5, 7.5, 11, 8.8), box(5, 10.1, 8.2, 11.4)),
  consent: union(outline, box(7.1, 4, 8.9, 9.2), box(7.1, 10.3, 8.9, 12.1)),
  clock: union(without(disc(8, 8, 7), disc(8, 8, 5.5)), box(7.3, 4, 8.7, 8.7), box(7.3, 7.3, 11.2, 8.7)),
};
const blue = [0x0b, 0x4a, 0x8f];
const grey = [0x5a, 0x66, 0x75];

function draw(shape: Shape, size: number, [r = 0, g = 0, b = 0]: readonly number[], padding: number): Buffer {
  const png = new PNG({ width: size, height: size });
  const inner = size - 2 * padding;
  const samples = 8;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let hits = 0;
      for (let i = 0; i < samples * samples; i++) {
        const px = x + ((i % samples) + 0.5) / samples - padding;
        const py = y + (Math.floor(i / samples) + 0.5) / samples - padding;
        if (shape((px / inner) * 16, (py / inner) * 16)) hits++;
      }
      png.data.set([r, g, b, Math.round((hits / (samples * samples)) * 255)], (y * size + x) * 4);
    }
  return PNG.sync.write(png, { deflateLevel: 9 });
}

const folder = join(import.meta.dirname, '../../public/icons');
mkdirSync(folder, { recursive: true });
for (const [name, shape] of Object.entries(shapes))
  for (const size of name === 'recording' ? [16, 32, 48, 128] : [16, 32])
    writeFileSync(
      join(folder, `${name}-${size}.png`),
      // Stores require a margin of sixteen pixels around the large icon.
      draw(shape, size, name === 'clock' ? grey : blue, size === 128 ? 16 : 0),
    );
console.log(`public/icons: ${Object.keys(shapes).join(', ')}`);

/** The small promotional tile: the icon on a pale background, without text that would need translation. */
const tile = new PNG({ width: 440, height: 280 });
for (let i = 0; i < tile.width * tile.height; i++) tile.data.set([0xe9, 0xef, 0xf7, 255], i * 4);
const icon = PNG.sync.read(draw(shapes.recording as Shape, 160, blue, 0));
for (let i = 0; i < 160 * 160; i++) {
  const to = ((Math.floor(i / 160) + 60) * tile.width + (i % 160) + 140) * 4;
  const share = (icon.data[i * 4 + 3] ?? 0) / 255;
  for (let c = 0; c < 3; c++)
    tile.data[to + c] = Math.round((tile.data[to + c] ?? 0) * (1 - share) + (icon.data[i * 4 + c] ?? 0) * share);
}
const store = join(import.meta.dirname, '../../docs/images/store');
mkdirSync(store, { recursive: true });
writeFileSync(join(store, 'tile.png'), PNG.sync.write(tile, { deflateLevel: 9 }));
