// Errors on the window's side of the door: only sentences of the catalogue are ever shown.
import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { fromBody, fromWire, HostLostError, isHostLost, sentenceFor } from '../../../renderer/bridge/errors.ts';
import { isAppError, sentenceOf } from '../../../shared/errors.ts';

test('a code of the catalogue becomes its sentence, with its details', () => {
  const error = fromWire(
    new ORPCError('APP', { status: 422, data: { code: 'file-too-large', details: { limitMb: 100 } } }),
  );
  expect(isAppError(error) && error.code).toBe('file-too-large');
  expect(sentenceFor(error)).toBe(sentenceOf('file-too-large', { limitMb: 100 }));
});

test('anything else becomes “internal”, without a word of it', () => {
  for (const cause of [
    new ORPCError('APP', { data: { code: 'made-up', details: {} } }),
    new ORPCError('BAD_REQUEST', { message: 'Sandquist' }),
    new Error('Sandquist'),
    'Sandquist',
    undefined,
  ]) {
    const error = fromWire(cause);
    expect(isAppError(error) && error.code).toBe('internal');
    expect(sentenceFor(cause)).not.toContain('Sandquist');
  }
});

test('a lost host and an aborted call stay what they are', () => {
  const lost = new HostLostError('gone');
  expect(isHostLost(fromWire(lost))).toBe(true);
  expect(fromWire(new DOMException('stopped', 'AbortError')).name).toBe('AbortError');
});

test('the body of a refused upload is read strictly', () => {
  expect(fromBody({ code: 'file-empty', details: { sneaky: { deep: true } } }).details).toEqual({});
  expect(fromBody(null).code).toBe('internal');
});
