// The app's own tables in a packet: criteria and facts, treatment history, scores, chronology. Each row names its page or says that it was typed.
import { partialDateWords } from '../cases/calendar.ts';
import type { DocumentId } from '../ids.ts';
import type { Case } from '../model/case.ts';
import type { CrosswalkRow } from '../model/criteria.ts';
import type { Inline } from '../model/letter.ts';
import type { PacketTable } from '../model/packet.ts';
import type { CareRecord, PartialDate, Score, TimelineEvent, Treatment, TreatmentOutcome } from '../model/record.ts';
import type { Source } from '../model/source.ts';
import type { LetterCite } from './letter-cites.ts';

/** What the tables are made from. */
export interface TableInput {
  readonly case: Case;
  readonly record: CareRecord;
  readonly crosswalk: readonly CrosswalkRow[];
}

const OUTCOMES: Readonly<Record<TreatmentOutcome, string>> = {
  'no-response': 'No response',
  'partial-response': 'Partial response',
  response: 'Response',
  relapse: 'Relapse',
  'not-tolerated': 'Not tolerated',
  contraindicated: 'Could not be used',
  ongoing: 'Going on',
  unknown: '',
};
const STATES: Readonly<Record<CrosswalkRow['state'], string>> = {
  met: 'Met',
  'not-met': 'Not met',
  unclear: 'See the pages',
  'not-shown': 'Not shown yet',
  'not-applicable': 'Does not apply',
};

/** The tables the user chose for the packet, in the order of the packet; empty ones are left out. The chronology is cut to papers of the packet later. */
export function packetTables({ case: value, record, crosswalk }: TableInput): PacketTable[] {
  const tables: PacketTable[] = [
    crosswalkTable(crosswalk),
    historyTable(record.treatments),
    scoresTable(record.scores),
    timelineTable(record.timeline),
  ];
  return tables.filter((table) => value.packetParts.includes(table.id) && table.rows.length > 0);
}

function crosswalkTable(rows: readonly CrosswalkRow[]): PacketTable {
  return {
    id: 'crosswalk',
    title: 'Criteria and facts',
    explanation: 'Each criterion of the policy, the fact that answers it, and the page on which it stands.',
    columns: [
      { heading: 'Criterion', share: 0.38 },
      { heading: 'What the pages show', share: 0.32 },
      { heading: 'Where', share: 0.3 },
    ],
    rows: rows
      .filter((row) => row.state !== 'not-applicable')
      .map((row) => [
        [
          text(`${row.criterion.label === undefined ? '' : `${row.criterion.label}  `}${row.criterion.text} `),
          ...citesOf(row.criterion.source === undefined ? [] : [row.criterion.source]),
        ],
        [text(STATES[row.state], true), ...(row.facts.length === 0 ? [] : [text(`: ${shownBy(row)}`)])],
        row.facts.length === 0
          ? [{ kind: 'blank', label: 'no page yet' }]
          : citesOf(row.facts.map((fact) => fact.source)),
      ]),
  };
}

/** Quotes of one row, at most, and words of each. */
const MOST_QUOTES = 3;
const QUOTE_WORDS = 24;

/** What makes it met, in words; where that is not settled, what the pages say, so that the reader can judge. */
function shownBy(row: CrosswalkRow): string {
  if (row.state === 'met')
    return row.why.replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, (_, year, month, day) => `${month}/${day}/${year}`);
  const quotes = [...new Set(row.facts.map(({ source }) => source.proof.quote))].slice(0, MOST_QUOTES);
  return quotes
    .map((quote) => quote.split(' '))
    .map((words) => `“${words.slice(0, QUOTE_WORDS).join(' ')}${words.length > QUOTE_WORDS ? ' …' : ''}”`)
    .join(' ');
}

function historyTable(rows: readonly Treatment[]): PacketTable {
  return {
    id: 'history',
    title: 'Treatment history',
    explanation:
      'Treatments tried, as the records state them. Rows marked as the patient’s words were added or corrected by the patient.',
    columns: [
      { heading: 'Treatment', share: 0.28 },
      { heading: 'Dose', share: 0.13 },
      { heading: 'When', share: 0.19 },
      { heading: 'Result', share: 0.22 },
      { heading: 'Where', share: 0.18 },
    ],
    rows: rows.map((row) => [
      [
        text(row.name, true),
        ...(row.drugClass === undefined || /^other\b/.test(row.drugClass) ? [] : [text(` (${row.drugClass})`)]),
        ...(row.augments === undefined ? [] : [text(`, added to ${row.augments || 'another drug'}`)]),
      ],
      [text(row.dose ?? '')],
      [text([spanWords(row), row.length].filter((part) => part !== undefined && part !== '').join(', '))],
      [text(row.outcomeWords ?? OUTCOMES[row.outcome])],
      placeOf(row),
    ]),
  };
}

function scoresTable(rows: readonly Score[]): PacketTable {
  return {
    id: 'scores',
    title: 'Scores over time',
    explanation:
      'Rating scales as the records state them. Rows marked as the patient’s words were added or corrected by the patient.',
    columns: [
      { heading: 'Date', share: 0.24 },
      { heading: 'Scale', share: 0.18 },
      { heading: 'Score', share: 0.12 },
      { heading: 'When it was taken', share: 0.24 },
      { heading: 'Where', share: 0.22 },
    ],
    rows: [...rows]
      .sort((a, b) => a.scale.localeCompare(b.scale) || (a.on ?? '').localeCompare(b.on ?? ''))
      .map((row) => [
        [text(row.on === undefined ? 'not stated' : partialDateWords(row.on))],
        [text(row.scale === 'pain' ? 'Pain, 0 to 10' : row.scale)],
        [text(String(row.value), true)],
        [text(row.moment ?? '')],
        placeOf(row),
      ]),
  };
}

function timelineTable(rows: readonly TimelineEvent[]): PacketTable {
  return {
    id: 'timeline',
    title: 'Chronology',
    explanation: 'One line for each dated event. Lines marked so are the patient’s own words.',
    columns: [
      { heading: 'Date', share: 0.21 },
      { heading: 'What happened', share: 0.59 },
      { heading: 'Where', share: 0.2 },
    ],
    rows: rows.map((row) => [
      [text(`${partialDateWords(row.on)}${row.until === undefined ? '' : ` – ${partialDateWords(row.until)}`}`)],
      [text(row.what)],
      placeOf(row),
    ]),
  };
}

/** Rows of the chronology whose page is not in the packet are left out: it must not send the reader to a page he does not have. */
export function withinPacket(
  tables: readonly PacketTable[],
  isIn: (id: DocumentId, pageNumber: number) => boolean,
): PacketTable[] {
  const isThere = (inline: Inline) => inline.kind !== 'cite' || isIn(inline.documentId, inline.pageNumber);
  return tables
    .map((table) =>
      table.id === 'timeline' ? { ...table, rows: table.rows.filter((row) => row.flat().every(isThere)) } : table,
    )
    .filter((table) => table.rows.length > 0);
}

/** The pages the tables point at; the chronology brings no paper of its own into the packet. */
export function tableCites(tables: readonly PacketTable[]): LetterCite[] {
  return tables
    .filter((table) => table.id !== 'timeline')
    .flatMap((table) => table.rows.flat(2))
    .flatMap((inline) =>
      inline.kind === 'cite'
        ? [
            {
              documentId: inline.documentId,
              pageNumber: inline.pageNumber,
              toPage: inline.toPage ?? inline.pageNumber,
              groundId: undefined,
            },
          ]
        : [],
    );
}

function spanWords(row: Treatment): string {
  const from = row.from === undefined ? undefined : shortDate(row.from);
  const to = row.ongoing ? 'now' : row.to === undefined ? undefined : shortDate(row.to);
  if (from === undefined && to === undefined) return '';
  return from === to || to === undefined ? (from ?? '') : `${from ?? '?'} – ${to}`;
}

/** MM/DD/YYYY, MM/YYYY or YYYY: as the records print them. */
function shortDate(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  return [month, day, year].filter((part) => part !== undefined).join('/');
}

/** The page a row was read from. What the patient added or corrected says so: the page need not say it in those words. */
function placeOf({ source, byUser }: { readonly source?: Source | undefined; readonly byUser: boolean }): Inline[] {
  if (source === undefined) return [text('the patient’s words')];
  return byUser ? [...citesOf([source]), text(', in the patient’s words')] : citesOf([source]);
}

/** Each page once, in the order given. */
function citesOf(sources: readonly Source[]): Inline[] {
  const seen = new Set<string>();
  return sources.flatMap(({ documentId, proof }): Inline[] => {
    const key = `${documentId} ${proof.pageNumber}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const cite: Inline = { kind: 'cite', documentId, pageNumber: proof.pageNumber };
    return seen.size === 1 ? [cite] : [text(', '), cite];
  });
}

function text(words: string, bold = false): Inline {
  return { kind: 'text', text: words, ...(bold && { bold }) };
}
