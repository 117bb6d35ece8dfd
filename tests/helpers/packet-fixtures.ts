// Small cases, letters and papers made by hand for the packet's tests.
import { NOTHING_YET } from '../../shared/cases/create.ts';
import { CaseId, DocumentId, EvidenceId, GroundId } from '../../shared/ids.ts';
import { type Case, type Evidence, type Fact, type Ground, PartyName } from '../../shared/model/case.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { Block, Inline, Letter } from '../../shared/model/letter.ts';
import type { Page } from '../../shared/model/page.ts';
import type { DocumentKind } from '../../shared/model/vocabulary.ts';

const hex = (number: number) => number.toString(16).padStart(16, '0');
export const documentId = (number: number) => DocumentId.parse(`d_${hex(number)}`);
export const groundId = (number: number) => GroundId.parse(`g_${hex(number)}`);
export const TODAY = '2026-10-01';

/** A page whose words stand in lines of equal letters, from the top left down. */
export function pageOf(pageNumber: number, lines: readonly string[], more: Partial<Page> = {}): Page {
  const words = lines.flatMap((line, index) => {
    let x = 72;
    return line.split(' ').map((text) => {
      const word = { text, x, y: 72 + index * 14, w: text.length * 6, h: 11, line: index, confidence: 0.95 };
      x += word.w + 6;
      return word;
    });
  });
  return { pageNumber, widthPt: 612, heightPt: 792, source: 'ocr', confidence: 0.95, words, ...more };
}

export interface PaperOptions {
  readonly kind?: DocumentKind;
  readonly title?: string;
  readonly date?: string;
  readonly pages?: readonly Page[];
  readonly format?: FullDocument['document']['format'];
  readonly sha256?: string;
}

/** The n-th paper, with as many pages as given (one, when none). */
export function paperOf(number: number, options: PaperOptions = {}): FullDocument {
  const pages = options.pages ?? [pageOf(1, [`Paper ${number} first line`])];
  const kind = options.kind ?? 'other';
  return {
    document: {
      id: documentId(number),
      fileName: `paper-${number}.pdf`,
      title: options.title ?? `Paper ${number}`,
      format: options.format ?? 'pdf',
      byteLength: 1000,
      sha256: options.sha256 ?? hex(number),
      pageCount: pages.length,
      kind,
      kindConfirmed: true,
      ...(options.date === undefined ? {} : { date: options.date }),
      state: 'ready',
      sequence: number,
      hardPages: 0,
      tags: [],
      reasonCount: 0,
      note: '',
    },
    pages,
    reading: {
      kind: { value: kind, confidence: 1, why: [] },
      reasons: [],
      fields: {},
      findings: [],
      statedTimes: [],
      zones: [],
    },
  };
}

export function groundOf(number: number, more: Partial<Ground> = {}): Ground {
  return {
    id: groundId(number),
    reason: 'medical-necessity',
    source: { documentId: documentId(1), proof: { pageNumber: 1, from: 0, to: 2, quote: 'not necessary' } },
    state: 'confirmed',
    why: [],
    answer: '',
    order: number,
    ...more,
  };
}

export function evidenceOf(number: number, ground: number, paper: number, more: Partial<Evidence> = {}): Evidence {
  return {
    id: EvidenceId.parse(`e_${hex(number)}`),
    groundId: groundId(ground),
    documentId: documentId(paper),
    fromPage: 1,
    toPage: 1,
    state: 'accepted',
    score: 0.9,
    why: [],
    ...more,
  };
}

/** A case about paper 1 with the given grounds and evidence; every fact is a blank. */
export function packetCase(more: Partial<Case> = {}): Case {
  const blank: Fact = { byUser: false };
  return {
    id: CaseId.parse(`c_${hex(1)}`),
    title: 'Appeal of Rowan Ashgrove',
    denialDocumentId: documentId(1),
    planType: { value: 'fully-insured', byUser: true },
    level: 'initial-denial',
    facts: Object.fromEntries(PartyName.options.map((name) => [name, blank])) as Case['facts'],
    grounds: [groundOf(1)],
    evidence: [],
    attachments: [],
    createdOn: TODAY,
    sequence: 1,
    ...NOTHING_YET,
    ...more,
  };
}

export const text = (words: string): Inline => ({ kind: 'text', text: words });
export const cite = (paper: number, pageNumber: number, toPage?: number): Inline => ({
  kind: 'cite',
  documentId: documentId(paper),
  pageNumber,
  ...(toPage === undefined ? {} : { toPage }),
});

/** A letter with one answered ground, citing what is given. */
export function letterOf(blocks: readonly Block[]): Letter {
  return {
    subject: 'Appeal of the decision of September 9, 2026: Rowan Ashgrove',
    blocks: [
      { kind: 'lines', lines: [[text('Rowan Ashgrove')], [text('12 Elm Row, Port Ivory')]] },
      ...blocks,
      { kind: 'signature', lines: [[text('Respectfully,')], [text('Signature: ______________')]] },
    ],
  };
}

/** Heading and paragraph of a ground's answer. */
export function answerOf(number: number, heading: string, inlines: readonly Inline[]): Block[] {
  return [
    { kind: 'heading', level: 1, text: heading, groundId: groundId(number) },
    { kind: 'paragraph', origin: 'user', inlines: [...inlines], groundId: groundId(number) },
  ];
}
