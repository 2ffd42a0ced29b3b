import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { palettePng } from '../../scripts/pictures/palette-png.ts';

const picture = (colours: number) => {
  const png = new PNG({ width: 40, height: 20 });
  for (let i = 0; i < 800; i++) png.data.set([i % colours, (i * 7) % 251, i % 3, 255], i * 4);
  return png;
};

test('keeps every pixel of a picture with few colours', () => {
  const png = new PNG({ width: 8, height: 8 });
  for (let i = 0; i < 64; i++) png.data.set([i * 4, 255 - i, i % 5, 255], i * 4);
  const small = palettePng(PNG.sync.write(png));
  expect(PNG.sync.read(small).data).toEqual(png.data);
});

test('replaces rare colours by similar ones when a picture has more than 256 colours', () => {
  const png = picture(200);
  const after = PNG.sync.read(palettePng(PNG.sync.write(png))).data;
  const differences = [...png.data].map((value, i) => Math.abs(value - (after[i] ?? 0)));
  expect(new Set([...Array(800).keys()].map((i) => after.subarray(i * 4, i * 4 + 3).join())).size).toBeLessThanOrEqual(
    256,
  );
  expect(Math.max(...differences)).toBeLessThan(40);
});
