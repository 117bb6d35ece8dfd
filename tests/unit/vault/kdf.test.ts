// From what a person knows to a key, compared with an independent Argon2id and HKDF.
import { argon2Sync, hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assertRuntime } from '../../../electron/vault/database.ts';
import { assertStrongEnough, entropyOf, passphraseKey, wordsOf } from '../../../electron/vault/kdf.ts';
import { ageIdentity, deriveKeys } from '../../../electron/vault/keys.ts';
import {
  newPassSlot,
  newRecoverySlot,
  unlockWithEntropy,
  unlockWithPassphrase,
} from '../../../electron/vault/slots.ts';
import { KDF_FLOOR } from '../../../shared/vault-format/header.ts';

const salt = '5a'.repeat(32);
const kdf = { name: 'argon2id' as const, ...KDF_FLOOR, salt };
const vaultId = 'cd'.repeat(16);
const codeOf = async (work: () => unknown) => {
  try {
    await work();
  } catch (cause) {
    return (cause as { code?: string }).code;
  }
  return 'nothing thrown';
};

describe('the passphrase', () => {
  it('becomes the key that node:crypto, with its own Argon2id, derives too', async () => {
    const ours = await passphraseKey('Zoë’s lantern', kdf);
    const message = Buffer.from('Zoë’s lantern'.normalize('NFKC'), 'utf8');
    const nonce = Buffer.from(salt, 'hex');
    const stretched = argon2Sync('argon2id', {
      message,
      nonce,
      parallelism: 1,
      tagLength: 32,
      memory: KDF_FLOOR.memoryKiB,
      passes: 3,
    });
    expect(ours.equals(Buffer.from(hkdfSync('sha256', stretched, nonce, 'v1/kek/pass', 32)))).toBe(true);
  });

  it('is the same however the keyboard composes its accents', async () => {
    const composed = await passphraseKey('caf\u00e9 lantern', kdf);
    const decomposed = await passphraseKey('cafe\u0301 lantern', kdf);
    expect(composed.equals(decomposed)).toBe(true);
  });

  it('needs twelve characters or five words', async () => {
    for (const weak of ['', 'short', 'elevenchars', 'a b c d'])
      expect(await codeOf(() => assertStrongEnough(weak))).toBe('passphrase-too-weak');
    for (const strong of ['twelve chars', 'a b c d e', '漢字漢字漢字漢字漢字漢字'])
      expect(() => assertStrongEnough(strong)).not.toThrow();
  });
});

describe('the recovery words', () => {
  it('carry 32 bytes there and back, typed with capitals and blanks', () => {
    const entropy = randomBytes(32);
    const words = wordsOf(entropy);
    expect(words).toHaveLength(24);
    expect(Buffer.from(entropyOf(words)).equals(entropy)).toBe(true);
    expect(Buffer.from(entropyOf(words.map((word) => ` ${word.toUpperCase()} `))).equals(entropy)).toBe(true);
  });

  it('are refused when too few, unknown, or in the wrong order, without repeating what was typed', () => {
    const words = wordsOf(Buffer.alloc(32, 7));
    for (const wrong of [
      words.slice(1),
      [...words.slice(0, 23), 'xylophonist'],
      [...words.slice(0, 22), words[23] ?? '', words[22] ?? ''],
    ]) {
      expect(() => entropyOf(wrong)).toThrowError(
        expect.toSatisfy((error) => error.code === 'vault-wrong-recovery-words' && error.cause === undefined),
      );
    }
  });
});

describe('a slot', () => {
  it('opens with its own secret only, and only as the slot it was made as', async () => {
    const vaultKey = randomBytes(32);
    const entropy = randomBytes(32);
    const pass = await newPassSlot(vaultId, vaultKey, 'harbour lantern', KDF_FLOOR);
    const recovery = newRecoverySlot(vaultId, vaultKey, entropy);
    expect(await unlockWithPassphrase(vaultId, [recovery, pass], 'harbour lantern')).toEqual(vaultKey);
    expect(await unlockWithPassphrase(vaultId, [pass], 'harbour lantern ')).toBeUndefined();
    expect(unlockWithEntropy(vaultId, [pass, recovery], entropy)).toEqual(vaultKey);
    expect(unlockWithEntropy(vaultId, [recovery], randomBytes(32))).toBeUndefined();
    expect(unlockWithEntropy('ef'.repeat(16), [recovery], entropy)).toBeUndefined();
    expect(unlockWithEntropy(vaultId, [{ ...recovery, id: '00'.repeat(16) }], entropy)).toBeUndefined();
  });
});

describe('the subkeys', () => {
  it('differ by use and by vault, and are gone after wiping', () => {
    const vaultKey = randomBytes(32);
    const keys = deriveKeys(vaultKey, vaultId);
    const other = deriveKeys(Buffer.from(vaultKey), 'ef'.repeat(16));
    const all = [keys.vaultKey, keys.database, keys.blob, keys.header, keys.dedupe, keys.backup, other.database].map(
      (key) => key.toString('hex'),
    );
    expect(new Set(all).size).toBe(all.length);
    expect(
      keys.database.equals(Buffer.from(hkdfSync('sha256', vaultKey, Buffer.from(vaultId, 'hex'), 'v1/db', 32))),
    ).toBe(true);
    expect(ageIdentity(keys.blob)).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
    keys.wipe();
    expect(keys.vaultKey.every((byte) => byte === 0)).toBe(true);
  });
});

describe('the runtime', () => {
  it('is refused in words where the native module would end the process without any', () => {
    for (const old of [undefined, '9'])
      expect(() => assertRuntime(old)).toThrowError(expect.objectContaining({ code: 'runtime-too-old' }));
    expect(() => assertRuntime('10')).not.toThrow();
  });
});
