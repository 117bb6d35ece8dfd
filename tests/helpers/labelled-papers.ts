// The labelled papers as documents, with the truth in place of a reader, so that cases can be tested apart from reading.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { longDate } from '../../shared/cases/calendar.ts';
import { CaseId, DocumentId, EvidenceId, GroundId } from '../../shared/ids.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { FieldFinding, Fields, Proof, Reading } from '../../shared/model/finding.ts';
import type { Page } from '../../shared/model/page.ts';
import type { DocumentKind, ReasonId } from '../../shared/model/vocabulary.ts';
import { pagesFromText } from '../../shared/text/plain-text.ts';
import { findQuote, quoteOf } from '../../shared/text/quote.ts';

const PAPERS = join(import.meta.dirname, '..', 'fixtures', 'papers');
export const RESOURCES = join(import.meta.dirname, '..', '..', 'resources');

interface Truth {
  readonly id: string;
  readonly type: DocumentKind;
  readonly reasons: readonly { readonly id: ReasonId; readonly quote: string }[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** All labelled papers whose number is wanted, in order. */
export function labelledPapers(numbers: readonly number[]): FullDocument[] {
  const files = readdirSync(PAPERS).filter((file) => file.endsWith('.json'));
  return numbers.map((number) => {
    const file = files.find((each) => each.startsWith(String(number).padStart(3, '0')))!;
    const truth = JSON.parse(readFileSync(join(PAPERS, file), 'utf8')) as Truth;
    const text = readFileSync(join(PAPERS, file.replace(/\.json$/, '.txt')), 'utf8');
    return paperOf(number, truth, text);
  });
}

/** A document from a text and what is true of it. */
export function paperOf(number: number, truth: Truth, text: string): FullDocument {
  const pages = pagesFromText(text);
  const fields = Object.fromEntries(Object.entries(truth.fields).filter(([, value]) => value !== null)) as Fields;
  const findings = Object.entries(fields).flatMap(([field, value]) => findingsOf(field as keyof Fields, value, pages));
  const reading: Reading = {
    kind: { value: truth.type, confidence: 1, why: [] },
    reasons: truth.reasons.map(({ id, quote }) => ({
      reason: id,
      proof: proofFor(pages, quote) ?? wordProof(pages)!,
      confidence: 0.9,
      why: ['It says so'],
    })),
    fields,
    findings,
    statedTimes: [],
    zones: [],
  };
  return {
    document: {
      id: DocumentId.parse(`d_${String(number).padStart(16, '0')}`),
      fileName: `${truth.id}.txt`,
      title: truth.id.slice(4).replaceAll('-', ' '),
      format: 'text',
      byteLength: text.length,
      sha256: String(number).padStart(64, '0'),
      pageCount: pages.length,
      kind: truth.type,
      kindConfirmed: false,
      ...(fields.letter_date && { date: fields.letter_date }),
      state: 'ready',
      sequence: number,
      hardPages: 0,
      tags: [],
      reasonCount: truth.reasons.length,
      note: '',
    },
    pages,
    reading,
  };
}

function findingsOf(field: keyof Fields, value: unknown, pages: readonly Page[]): FieldFinding[] {
  if (field === 'codes' || value === undefined) return [];
  const values = (Array.isArray(value) ? value : [value]) as (string | number)[];
  return values.flatMap((each) => {
    const proof =
      spellings(each)
        .map((text) => proofFor(pages, text))
        .find((found) => found !== undefined) ?? wordProof(pages);
    return proof === undefined ? [] : [{ field, value: each, proof, confidence: 0.9, why: [] }];
  });
}

function spellings(value: string | number): string[] {
  if (typeof value === 'number') {
    return [
      value.toLocaleString('en-US', { minimumFractionDigits: 2 }),
      `${value} days`,
      `${value} calendar days`,
      `(${value}) days`,
      `(${value}) calendar days`,
    ];
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return [value];
  const [year, month, day] = value.split('-');
  return [longDate(value), `${month}/${day}/${year}`, `${month}/${day}/${year?.slice(2)}`];
}

function proofFor(pages: readonly Page[], quote: string): Proof | undefined {
  for (const page of pages) {
    const place = findQuote(page, quote);
    if (place)
      return {
        pageNumber: page.pageNumber,
        from: place.from,
        to: place.to,
        quote: quoteOf(page, place.from, place.to),
      };
  }
  return undefined;
}

/** The first word of the paper, for values it says in other words. */
function wordProof(pages: readonly Page[]): Proof | undefined {
  const page = pages.find((each) => each.words.length > 0);
  return page && { pageNumber: page.pageNumber, from: 0, to: 1, quote: quoteOf(page, 0, 1) };
}

/** Ids that count up, so that results can be compared. */
export function countingIds() {
  let count = 0;
  const next = () => {
    count += 1;
    return String(count).padStart(16, '0');
  };
  return {
    caseId: CaseId.parse('c_0000000000000001'),
    newGroundId: () => GroundId.parse(`g_${next()}`),
    newEvidenceId: () => EvidenceId.parse(`e_${next()}`),
  };
}

/** A paper of the authored letters: "p1/015-orchard-summit-eob". */
export function authoredPaper(name: string): FullDocument {
  const file = join(PAPERS, '..', 'letters', 'authored', name);
  const truth = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Truth;
  return paperOf(500, truth, readFileSync(`${file}.txt`, 'utf8'));
}
