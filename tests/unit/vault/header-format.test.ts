// The header as text: one canonical spelling, decided in the right order, never an exception.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalHeader,
  DEFAULT_KDF,
  HEADER_MAGIC,
  type Header,
  isKdfWithinBounds,
  joinHeader,
  KDF_CEILING,
  KDF_FLOOR,
  parseHeader,
  splitHeader,
} from '../../../shared/vault-format/header.ts';

const header: Header = {
  magic: 'appeal-vault',
  format: 1,
  minReader: 1,
  vaultId: 'ab'.repeat(16),
  generation: 3,
  ciphers: {
    database: 'sqlcipher-4',
    blobs: 'age-v1-x25519',
    wrap: 'aes-256-gcm',
    subkeys: 'hkdf-sha256',
    mac: 'hmac-sha256',
  },
  slots: [
    {
      kind: 'pass',
      id: '01'.repeat(16),
      createdOn: '2026-11-24',
      kdf: { name: 'argon2id', ...DEFAULT_KDF, salt: '02'.repeat(32) },
      nonce: '03'.repeat(12),
      wrapped: '04'.repeat(48),
    },
  ],
};

describe('the header', () => {
  it('has one spelling that starts with the magic and reads back the same', () => {
    const json = canonicalHeader(header);
    expect(json.startsWith(HEADER_MAGIC)).toBe(true);
    expect(parseHeader(json)).toEqual({ outcome: 'ok', header });
  });

  it('keeps its canonical order whatever order the keys come in', () => {
    const { magic, ...rest } = header;
    expect(canonicalHeader({ ...rest, magic })).toBe(canonicalHeader(header));
  });

  it('refuses any other spelling of the same content', () => {
    expect(parseHeader(JSON.stringify(header, null, 1)).outcome).toBe('malformed');
    expect(parseHeader(canonicalHeader(header).replace('"generation":3', '"generation":3,"more":1')).outcome).toBe(
      'malformed',
    );
  });

  it('says newer before it looks at anything else of a foreign format', () => {
    expect(parseHeader('{"magic":"appeal-vault","format":2,"minReader":2,"unknown":[]}').outcome).toBe('newer');
    expect(parseHeader(canonicalHeader(header).replace('"minReader":1', '"minReader":2')).outcome).toBe('newer');
  });

  it('refuses costs of the passphrase below the floor and above the ceiling', () => {
    for (const [from, to] of [
      ['"memoryKiB":262144', '"memoryKiB":65535'],
      ['"memoryKiB":262144', '"memoryKiB":1048577'],
      ['"passes":3', '"passes":2'],
      ['"passes":3', '"passes":21'],
      ['"lanes":4', '"lanes":17'],
    ] as const) {
      const changed = canonicalHeader(header).replace(from, to);
      expect(changed).not.toBe(canonicalHeader(header));
      expect(parseHeader(changed).outcome).toBe('out-of-bounds');
    }
    expect([DEFAULT_KDF, KDF_FLOOR, KDF_CEILING].every(isKdfWithinBounds)).toBe(true);
  });

  it('never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseHeader(text).outcome).not.toBe('ok');
      }),
    );
  });

  it('splits what it joined, and nothing that is not exactly three lines', () => {
    const lines = { json: canonicalHeader(header), sha256: 'a'.repeat(64), mac: 'b'.repeat(64) };
    expect(splitHeader(joinHeader(lines))).toEqual(lines);
    for (const text of [
      `${joinHeader(lines)}\n`,
      joinHeader(lines).trimEnd(),
      joinHeader(lines).replace(/a{64}/, 'A'.repeat(64)),
      '',
      '\n\n\n',
    ]) {
      expect(splitHeader(text)).toBeUndefined();
    }
  });
});
