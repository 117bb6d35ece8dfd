import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packetPagePath, pagePath, parseAssetPath } from '../../../shared/contract/assets.ts';
import type { DocumentId, PacketId } from '../../../shared/ids.ts';

const hex = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 32 })
  .map((digits) => digits.join(''));

test('what is written can be read back', () => {
  fc.assert(
    fc.property(hex, fc.integer({ min: 1, max: 999_999 }), (id, pageNumber) => {
      const documentId = `d_${id}` as DocumentId;
      const packetId = `p_${id}` as PacketId;
      expect(parseAssetPath(pagePath(documentId, pageNumber))).toEqual({ kind: 'page', documentId, pageNumber });
      expect(parseAssetPath(packetPagePath(packetId, pageNumber))).toEqual({
        kind: 'packet-page',
        packetId,
        pageNumber,
      });
    }),
  );
});

test('anything else is refused, whatever it looks like', () => {
  fc.assert(
    fc.property(fc.string(), (path) => {
      const ref = parseAssetPath(path);
      if (ref !== undefined)
        expect(path.replace(/^\//, '')).toMatch(/^(page|thumbnail|original|packet|packet-page)\/[dp]_[0-9a-f]{16,32}/);
    }),
  );
  for (const path of [
    '',
    'page',
    'page/d_00',
    'original/../../etc/passwd',
    'page/d_0123456789abcdef/0',
    'page/d_0123456789abcdef/1/2',
    'packet/d_0123456789abcdef',
  ]) {
    expect(parseAssetPath(path)).toBeUndefined();
  }
});
