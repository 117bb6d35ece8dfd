import { expect, test } from 'vitest';
import { toAppError } from '../../../electron/core/to-app-error.ts';
import { AppError, ERROR_SENTENCES, isErrorCode, sentenceOf } from '../../../shared/errors.ts';

test('every error has one or more whole sentences a patient can read', () => {
  for (const [code, sentence] of Object.entries(ERROR_SENTENCES)) {
    if (code === 'wrong-usage') continue;
    expect(sentence, code).toMatch(/^[A-Z].*[.]$/);
    expect(sentence, code).not.toMatch(/exception|undefined|null|stack|errno/i);
  }
});

test('details are filled in, and only those', () => {
  expect(sentenceOf('file-too-large', { limitMb: 200 })).toContain('larger than 200 MB');
  expect(new AppError('too-many-pages', { details: { limit: 2000 } }).message).toContain('2000 pages');
});

test('the catalogue is closed', () => {
  for (const code of ['constructor', '__proto__', 'toString', 'nope', 7, undefined])
    expect(isErrorCode(code)).toBe(false);
  expect(isErrorCode('vault-locked')).toBe(true);
});

test('anything unknown becomes an internal error with a reference and none of its text', () => {
  const error = toAppError(new Error('patient name in here'));
  expect(error.code).toBe('internal');
  expect(error.message).not.toContain('patient name');
  expect(toAppError(Object.assign(new Error('x'), { code: 'ENOSPC' })).code).toBe('vault-disk-full');
  expect(toAppError(new DOMException('stop', 'AbortError')).code).toBe('cancelled');
});
