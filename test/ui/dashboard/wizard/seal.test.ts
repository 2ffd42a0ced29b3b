import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/core/canonical-json.ts';
import { sealedBytes } from '../../../../src/core/report/pad-sealed.ts';
import { seal } from '../../../../src/ui/dashboard/wizard/seal.ts';

it('seals reports to the same length, and only the right key opens the sealed files', async () => {
  const identity = await generateIdentity();
  const key = await identityToRecipient(identity);
  const reports = [{ level: 'least' }, { level: 'standard', slips: Array.from({ length: 9 }, (_, i) => ({ i })) }];
  const sealed = await Promise.all(reports.map((report) => seal(canonicalJson(report), key)));
  expect(new Set(sealed.map((bytes) => bytes.length)).size).toBe(1);
  for (const [i, bytes] of sealed.entries()) {
    const opener = new Decrypter();
    opener.addIdentity(identity);
    const text = await opener.decrypt(bytes, 'text');
    expect(text).toHaveLength(sealedBytes);
    expect(JSON.parse(text)).toEqual(reports[i]);
    const otherOpener = new Decrypter();
    otherOpener.addIdentity(await generateIdentity());
    await expect(otherOpener.decrypt(bytes)).rejects.toThrow();
  }
  await expect(seal('x'.repeat(sealedBytes + 1), key)).rejects.toThrow('over 2048 bytes');
  await expect(seal('{}', 'age1nonsense')).rejects.toThrow();
});
