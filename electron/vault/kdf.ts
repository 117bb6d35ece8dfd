// From what a person knows to a key: passphrase rules, Argon2id, recovery words.
import { hkdfSync } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { AppError } from '../../shared/errors.ts';
import type { PassSlot, RecoverySlot } from '../../shared/vault-format/header.ts';
import { assertMemory } from './calibrate.ts';

const KEY_BYTES = 32;
const MIN_CHARACTERS = 12;
const MIN_WORDS = 5;

/** Throws passphrase-too-weak below 12 characters and below five words. No rules about kinds of characters. */
export function assertStrongEnough(passphrase: string): void {
  const normalised = passphrase.normalize('NFKC');
  const words = normalised.split(/\s+/u).filter((word) => word.length > 0);
  if ([...normalised].length < MIN_CHARACTERS && words.length < MIN_WORDS) throw new AppError('passphrase-too-weak');
}

/** Key-encryption key of a passphrase slot: NFKC, UTF-8, Argon2id (v1.3), HKDF. The caller wipes it. Throws memory-short. */
export async function passphraseKey(passphrase: string, kdf: PassSlot['kdf']): Promise<Buffer> {
  assertMemory(kdf);
  const salt = Buffer.from(kdf.salt, 'hex');
  const secret = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  const stretched = await hashRaw(secret, {
    memoryCost: kdf.memoryKiB,
    timeCost: kdf.passes,
    parallelism: kdf.lanes,
    outputLen: KEY_BYTES,
    salt,
  });
  const key = Buffer.from(hkdfSync('sha256', stretched, salt, 'v1/kek/pass', KEY_BYTES));
  secret.fill(0);
  stretched.fill(0);
  return key;
}

/** Key-encryption key of a recovery slot: the 256 bits of the words need no slow hash. The caller wipes it. */
export function recoveryKey(entropy: Uint8Array, kdf: RecoverySlot['kdf']): Buffer {
  return Buffer.from(hkdfSync('sha256', entropy, Buffer.from(kdf.salt, 'hex'), 'v1/kek/recovery', KEY_BYTES));
}

/** The 24 English BIP39 words of 32 random bytes. */
export function wordsOf(entropy: Uint8Array): string[] {
  return entropyToMnemonic(entropy, wordlist).split(' ');
}

/** The 32 bytes behind 24 words, however they were typed. Throws vault-wrong-recovery-words when a word is unknown or the checksum fails. */
export function entropyOf(words: readonly string[]): Uint8Array {
  const typed = words.map((word) => word.normalize('NFKD').trim().toLowerCase()).filter((word) => word.length > 0);
  if (typed.length !== 24) throw new AppError('vault-wrong-recovery-words');
  try {
    return mnemonicToEntropy(typed.join(' '), wordlist);
  } catch {
    // The library's message repeats what was typed, so it is not kept as the cause.
    throw new AppError('vault-wrong-recovery-words');
  }
}
