// The header on disk: any damage is named or mended, nothing altered ever opens.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openVault } from '../../../electron/vault/vault.ts';
import { PASSPHRASE } from './vault-content.ts';
import { type NewVault, newVault, temporaryFolder } from './vault-fixture.ts';

const root = temporaryFolder();
const dir = join(root, 'vault');
const header = join(dir, 'vault.hdr');
const spare = join(dir, 'vault.hdr.1');
let made: NewVault;
let pristine: Buffer;

beforeAll(async () => {
  made = await newVault(dir);
  await made.vault.close();
  pristine = readFileSync(header);
});
beforeEach(() => {
  writeFileSync(header, pristine);
  writeFileSync(spare, pristine);
});

/** Opens with the recovery words: as strict as the passphrase, without the slow hash. `opened`, or the code of the error. */
async function attempt(secret: Parameters<typeof openVault>[1] = { words: made.recoveryWords }): Promise<string> {
  try {
    const vault = await openVault(dir, secret);
    await vault.close();
    return 'opened';
  } catch (cause) {
    return (cause as { code: string }).code;
  }
}

function flipped(bytes: Buffer, position: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[position] = (copy[position] ?? 0) ^ (1 << bit);
  return copy;
}

/** Changes the JSON and puts the right SHA-256 under it, as somebody would who means harm. */
function forged(from: string | RegExp, to: string): Buffer {
  const [json = '', , mac = ''] = pristine.toString('latin1').split('\n');
  const changed = json.replace(from, to);
  expect(changed).not.toBe(json);
  return Buffer.from(`${changed}\n${createHash('sha256').update(changed).digest('hex')}\n${mac}\n`, 'latin1');
}

const anyFlip = () => fc.tuple(fc.nat({ max: pristine.length - 1 }), fc.nat({ max: 7 }));

describe('one flipped bit', () => {
  it('never opens the vault when both copies have it, and says damaged or tampered', async () => {
    await fc.assert(
      fc.asyncProperty(anyFlip(), async ([position, bit]) => {
        writeFileSync(header, flipped(pristine, position, bit));
        writeFileSync(spare, flipped(pristine, position, bit));
        expect(['vault-header-damaged', 'vault-tampered']).toContain(await attempt());
      }),
      { numRuns: 200 },
    );
  });

  it('in the header alone is mended from the spare copy', async () => {
    await fc.assert(
      fc.asyncProperty(anyFlip(), async ([position, bit]) => {
        writeFileSync(header, flipped(pristine, position, bit));
        expect(await attempt()).toBe('opened');
        expect(readFileSync(header).equals(pristine)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('in the spare copy alone is mended too', async () => {
    writeFileSync(spare, flipped(pristine, 300, 1));
    expect(await attempt()).toBe('opened');
    expect(readFileSync(spare).equals(pristine)).toBe(true);
  });
});

describe('the header files', () => {
  it('may be cut off, empty or missing as long as the spare copy is whole', async () => {
    for (const length of [0, 1, 20, pristine.length - 1]) {
      writeFileSync(header, pristine.subarray(0, length));
      expect(await attempt()).toBe('opened');
    }
    rmSync(header);
    expect(await attempt()).toBe('opened');
    expect(existsSync(header)).toBe(true);
  });

  it('are damaged when both are cut off, and too large is damaged as well', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      pristine.subarray(0, 500),
      Buffer.concat([pristine, Buffer.alloc(20_000, 0x20)]),
    ]) {
      writeFileSync(header, bytes);
      writeFileSync(spare, bytes);
      expect(await attempt()).toBe('vault-header-damaged');
    }
  });

  it('of a newer format refuse at once and stay as they are, even with a good spare copy', async () => {
    const newer = forged('"format":1,', '"format":2,');
    writeFileSync(header, newer);
    expect(await attempt()).toBe('vault-newer');
    expect(readFileSync(header).equals(newer)).toBe(true);
    expect(readFileSync(spare).equals(pristine)).toBe(true);
  });
});

describe('a header somebody altered', () => {
  it('is tampered when the slots still open but the MAC is wrong', async () => {
    writeFileSync(header, forged('"generation":1', '"generation":9'));
    expect(await attempt()).toBe('vault-tampered');
    expect(await attempt({ passphrase: PASSPHRASE })).toBe('vault-tampered');
  });

  it('is refused when it asks for too much or too little work', async () => {
    for (const memory of ['1048577', '999999999', '1024']) {
      writeFileSync(header, forged(/"memoryKiB":\d+/, `"memoryKiB":${memory}`));
      expect(await attempt({ passphrase: PASSPHRASE })).toBe('vault-tampered');
    }
  });

  it('does not open with changed parameters of a slot', async () => {
    writeFileSync(header, forged('"passes":3', '"passes":4'));
    expect(await attempt({ passphrase: PASSPHRASE })).toBe('vault-wrong-passphrase');
    expect(await attempt()).toBe('vault-tampered');
  });

  it('does not open with the header of another vault', async () => {
    const otherDir = join(root, 'other');
    const other = await newVault(otherDir);
    await other.vault.close();
    copyFileSync(join(otherDir, 'vault.hdr'), header);
    copyFileSync(join(otherDir, 'vault.hdr'), spare);
    expect(await attempt()).toBe('vault-wrong-recovery-words');
    expect(await attempt({ words: other.recoveryWords })).toBe('vault-database-damaged');
  });
});

describe('an older header that was put back', () => {
  const NEXT = 'a different lantern altogether';
  const damagedIn = async (secret: Parameters<typeof openVault>[1]) => {
    const vault = await openVault(dir, secret);
    const { damaged } = await vault.verify();
    await vault.close();
    return damaged;
  };

  it('gives way to a newer spare copy; where both are older it opens, and the check says so until it is replaced', async () => {
    const vault = await openVault(dir, { words: made.recoveryWords });
    await vault.changePassphrase(PASSPHRASE, NEXT);
    await vault.close();
    const next = readFileSync(header);
    writeFileSync(header, pristine);
    expect(await attempt({ passphrase: PASSPHRASE })).toBe('vault-wrong-passphrase');
    expect(await damagedIn({ passphrase: NEXT })).toEqual([]);
    expect(readFileSync(header).equals(next)).toBe(true);

    // It may be the only header there is: so it must open.
    for (const path of [header, spare]) writeFileSync(path, pristine);
    expect(await damagedIn({ passphrase: PASSPHRASE })).toEqual([
      { what: 'The header (vault.hdr)', code: 'vault-header-older' },
    ]);
    const again = await openVault(dir, { passphrase: PASSPHRASE });
    await again.changePassphrase(PASSPHRASE, NEXT);
    await again.close();
    expect(await damagedIn({ passphrase: NEXT })).toEqual([]);
  });
});

describe('a folder that is no vault', () => {
  it('is not found, empty, absent or full of other things', async () => {
    const empty = join(root, 'empty');
    mkdirSync(empty);
    const other = join(root, 'photos');
    mkdirSync(other);
    writeFileSync(join(other, 'vault.hdr'), 'not ours');
    for (const folder of [empty, other, join(root, 'absent')]) {
      await expect(openVault(folder, { passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'vault-not-found' });
    }
  });
});
