// The app's own tables: each row names its page or says whose words it is; the chronology never leads out of the packet.
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../shared/model/letter.ts';
import type { PacketTable } from '../../../shared/model/packet.ts';
import type { CareRecord, Treatment } from '../../../shared/model/record.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import { packetTables } from '../../../shared/packet/tables.ts';
import {
  answerOf,
  cite,
  documentId,
  evidenceOf,
  letterOf,
  packetCase,
  paperOf,
  TODAY,
  text,
} from '../../helpers/packet-fixtures.ts';

const source = (paper: number) => ({
  documentId: documentId(paper),
  proof: { pageNumber: 1, from: 0, to: 1, quote: 'words' },
});
const treatment = (more: Partial<Treatment> = {}): Treatment => ({
  id: 't',
  name: 'lithium',
  kind: 'drug',
  ongoing: false,
  outcome: 'no-response',
  source: source(2),
  also: [],
  byUser: false,
  ...more,
});
const record = (more: Partial<CareRecord> = {}): CareRecord => ({ treatments: [], scores: [], timeline: [], ...more });
const theCase = packetCase({
  packetParts: ['crosswalk', 'history', 'scores', 'timeline'],
  evidence: [evidenceOf(1, 1, 2)],
});
const tablesOf = (of: CareRecord, value = theCase) => packetTables({ case: value, record: of, crosswalk: [] });
const words = (inlines: readonly Inline[] | undefined) =>
  (inlines ?? []).map((inline) => (inline.kind === 'text' ? inline.text : `<${inline.kind}>`)).join('');
const rowOf = (tables: readonly PacketTable[]) => tables[0]?.rows[0]?.map(words);

describe('the treatment history', () => {
  it('names the page of each row, and the drug another was added to, also where no page names it', () => {
    const [row] = [rowOf(tablesOf(record({ treatments: [treatment({ augments: 'nortriptyline' })] })))];
    expect(row?.[0]).toBe('lithium, added to nortriptyline');
    expect(row?.at(-1)).toBe('<cite>');
    expect(rowOf(tablesOf(record({ treatments: [treatment({ augments: '' })] })))?.[0]).toBe(
      'lithium, added to another drug',
    );
  });

  it('says whose words a corrected or added row is in', () => {
    const corrected = rowOf(tablesOf(record({ treatments: [treatment({ byUser: true })] })));
    expect(corrected?.at(-1)).toBe('<cite>, in the patient’s words');
    const { source: _page, ...added } = treatment({ byUser: true });
    expect(rowOf(tablesOf(record({ treatments: [added] })))?.at(-1)).toBe('the patient’s words');
  });
});

it('only ticked tables with rows are made', () => {
  const full = record({ treatments: [treatment()] });
  expect(tablesOf(full).map(({ id }) => id)).toEqual(['history']);
  expect(tablesOf(full, packetCase({ packetParts: ['scores'] }))).toEqual([]);
});

it('a page of the history comes into the packet; the chronology brings none and leaves its line out', () => {
  const event = (paper: number) => ({
    id: `e${paper}`,
    on: '2026-05-01',
    kind: 'care' as const,
    what: 'Visit',
    source: source(paper),
    byUser: false,
  });
  const tables = tablesOf(record({ treatments: [treatment({ source: source(3) })], timeline: [event(2), event(4)] }));
  const papers = [1, 2, 3, 4].map((number) =>
    paperOf(number, { kind: number === 1 ? 'denial-letter' : 'medical-record' }),
  );
  const plan = planPacket({
    case: theCase,
    documents: new Map(papers.map((paper) => [paper.document.id as string, paper])),
    letter: letterOf(answerOf(1, 'Reason 1: Necessary', [text('See '), cite(2, 1), text('.')])),
    deadlines: [],
    gaps: [],
    tables,
    draft: false,
    today: TODAY,
  });
  expect(plan.exhibits.map((exhibit) => exhibit.documentId)).toEqual([1, 2, 3].map(documentId));
  expect(plan.tables.map(({ id, rows }) => [id, rows.length])).toEqual([
    ['history', 1],
    ['timeline', 1],
  ]);
});
