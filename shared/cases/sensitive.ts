// Finds pages that need care before they go to anybody: whole Social Security numbers, therapy notes, other people, and the like.
import type { Case } from '../model/case.ts';
import type { SensitivePage } from '../model/diary.ts';
import type { FullDocument } from '../model/document.ts';
import type { Page } from '../model/page.ts';
import { withoutRedacted } from '../packet/redaction/boxes.ts';
import type { Rules } from '../rules/schema.ts';
import type { SensitiveRule } from '../rules/sensitive-schema.ts';
import { relatedPapers } from './related.ts';
import { findOtherPerson } from './sensitive/other-person.ts';
import { findPhrases } from './sensitive/phrases.ts';
import type { Place } from './sensitive/place.ts';
import { findSsn } from './sensitive/ssn.ts';

/**
 * Every page of the case that needs care, in the order of the papers: at most one finding of each kind for a page, with the words that
 * told. `in-packet` looks only at pages that evidence, attachments or the denial bring into a packet; `all` also at papers of other people.
 */
export function sensitivePages(input: {
  readonly case: Case;
  readonly documents: readonly FullDocument[];
  readonly rules: Rules;
  readonly pages?: 'all' | 'in-packet' | undefined;
}): SensitivePage[] {
  const { case: value, documents, rules } = input;
  const packet = input.pages === 'in-packet' ? pagesOfPacket(value, documents) : undefined;
  const papers = packet === undefined ? ownFirst(value, documents) : documents;
  return papers.flatMap((paper) =>
    paper.pages
      .filter((page) => packet === undefined || packet.has(pageKey(paper, page)))
      .map((page) => withoutRedacted(page, paper.document.id, value.redactions))
      .flatMap((page) =>
        rules.sensitive.flatMap((rule) => {
          const place = placeFor(rule, page, paper, value);
          return place === undefined ? [] : [toFinding(rule, place, page, paper, value)];
        }),
      ),
  );
}

function placeFor(rule: SensitiveRule, page: Page, paper: FullDocument, value: Case): Place | undefined {
  if (rule.kind === 'ssn') return findSsn(page);
  if (rule.kind === 'other-person') return findOtherPerson(page, paper, value);
  return findPhrases(rule, page, paper.document.kind);
}

function toFinding(rule: SensitiveRule, place: Place, page: Page, paper: FullDocument, value: Case): SensitivePage {
  const { kind, meaning, advice, citation, trust } = rule;
  return {
    documentId: paper.document.id,
    pageNumber: page.pageNumber,
    kind,
    quote: page.words
      .slice(place.from, place.to)
      .map((word) => word.text)
      .join(' '),
    from: place.from,
    to: place.to,
    ...{ meaning, advice, citation, trust },
    allowed: value.allowedPages.includes(`${paper.document.id}/${page.pageNumber}/${kind}`),
  };
}

/** The papers of the case, then those about other people. */
function ownFirst(value: Case, documents: readonly FullDocument[]): FullDocument[] {
  const own = relatedPapers(value, documents);
  return [...own, ...documents.filter((paper) => !own.includes(paper))];
}

/** Pages that can go out: the denial, pages of evidence that is not rejected, whole attached papers. */
function pagesOfPacket(value: Case, documents: readonly FullDocument[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const paper of documents) {
    const whole = paper.document.id === value.denialDocumentId || value.attachments.includes(paper.document.id);
    for (const page of paper.pages) {
      const cited = value.evidence.some(
        (each) =>
          each.state !== 'rejected' &&
          each.documentId === paper.document.id &&
          each.fromPage <= page.pageNumber &&
          page.pageNumber <= each.toPage,
      );
      if (whole || cited) keys.add(pageKey(paper, page));
    }
  }
  return keys;
}

function pageKey(paper: FullDocument, page: Page): string {
  return `${paper.document.id}/${page.pageNumber}`;
}
