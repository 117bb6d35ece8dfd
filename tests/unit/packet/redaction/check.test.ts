// The check of a finished packet: a redacted page that still says its words is told, by number only.
import { describe, expect, it } from 'vitest';
import { redactionFailures } from '../../../../electron/packet/redaction-check.ts';
import { EntryId } from '../../../../shared/ids.ts';
import { planPacket } from '../../../../shared/packet/plan.ts';
import { boxesOfWords } from '../../../../shared/packet/redaction/boxes.ts';
import {
  documentId,
  groundOf,
  letterOf,
  packetCase,
  pageOf,
  paperOf,
  TODAY,
} from '../../../helpers/packet-fixtures.ts';

const page = pageOf(1, ['Seen by Ann Poe on Monday', 'Number 0007 is Ann Poe']);
const paper = paperOf(1, { kind: 'denial-letter', pages: [page] });

function failures(words: readonly number[], text: string) {
  const boxes = boxesOfWords(page, words);
  const id = EntryId.parse('n_0000000000000001');
  const plan = planPacket({
    case: packetCase({
      grounds: [groundOf(1)],
      redactions: [{ id, documentId: documentId(1), pageNumber: 1, boxes, why: 'other', by: 'box', state: 'applied' }],
    }),
    documents: new Map([[paper.document.id as string, paper]]),
    letter: letterOf([]),
    ...{ deadlines: [], gaps: [], draft: false, today: TODAY },
  });
  const exhibitPages = [{ label: 'A', documentId: documentId(1), pageNumber: 1, packetPage: 2, sample: [] }];
  return redactionFailures({ exhibitPages, stamps: ['0006', '0007'] }, plan, ['', text], () => paper.pages);
}

describe('a redacted page', () => {
  it('that says its words is a failure, however they are set', () => {
    const told = failures([2, 3, 9, 10], 'Seen by ANN poe on Monday');
    expect(told).toEqual(['page 2 still says what was blacked out']);
  });

  it('without them is sound, also where its stamp says the same', () => {
    expect(failures([2, 3, 9, 10], 'Seen by on Monday Number 0007 is 0007')).toEqual([]);
    expect(failures([7], 'Seen by Ann Poe on Monday Number is Ann Poe 0007')).toEqual([]);
  });

  it('may say them where the user left them', () => {
    expect(failures([2, 3], 'Seen by on Monday Number 0007 is Ann Poe 0007')).toEqual([]);
  });
});
