// A page that was held back for what stands on it goes out once that is blacked out.
import { expect, it } from 'vitest';
import { sensitivePages } from '../../../../shared/cases/sensitive.ts';
import { EntryId } from '../../../../shared/ids.ts';
import type { Redaction } from '../../../../shared/model/redaction.ts';
import { boxesOfWords } from '../../../../shared/packet/redaction/boxes.ts';
import { RULES } from '../../../helpers/cases.ts';
import { documentId, packetCase, pageOf, paperOf } from '../../../helpers/packet-fixtures.ts';

const page = pageOf(1, ['SSN: 123-45-6789', 'and again SSN: 234-56-7890']);
const paper = paperOf(1, { kind: 'denial-letter', pages: [page] });
const black = (words: readonly number[]): Redaction => ({
  id: EntryId.parse('n_0000000000000001'),
  ...{ documentId: documentId(1), pageNumber: 1, boxes: boxesOfWords(page, words) },
  ...{ why: 'ssn', by: 'suggestion', state: 'applied' },
});
const quotes = (redactions: readonly Redaction[]) =>
  sensitivePages({ case: packetCase({ redactions: [...redactions] }), documents: [paper], rules: RULES }).map(
    ({ quote }) => quote,
  );

it('is held back until every number on it is blacked out', () => {
  expect(quotes([])).toEqual(['123-45-6789']);
  expect(quotes([black([1])])).toEqual(['234-56-7890']);
  expect(quotes([black([1, 5])])).toEqual([]);
});
