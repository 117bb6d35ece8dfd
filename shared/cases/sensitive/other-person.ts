// Another patient or member on a page: a name, a date of birth or a member number beside its label that is not the person's.
import type { Case } from '../../model/case.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Page } from '../../model/page.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import { identityOf } from '../facts.ts';
import { compact, kinship, sameName } from '../kinship.ts';
import { cellsOf, linesOf, type Span } from '../page-text.ts';
import type { Place } from './place.ts';

const GENERAL: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['plan-document', 'medical-policy', 'literature']);
const PATIENT =
  /^(?:patient|pt|member|enrollee|beneficiary|client|patient name|member name|name of patient|for client|insured person)(?: ?\/ ?(?:member|patient))?(?: name)?:?$/i;
const NAME = /^[A-Z][A-Za-z'’-]+,? (?:[A-Z][A-Za-z'’.-]*,? ){0,2}[A-Z][A-Za-z'’-]+\.?$/;
const NO_NAME =
  /\b(?:services?|department|center|centre|clinic|hospital|health|plan|insurance|group|number|account|portal|information|rights|id|self|copy|responsibility|name|questionnaires?)\b/i;

/** The words that name another person; undefined when the person of the case is not known or nobody else is named. */
export function findOtherPerson(page: Page, paper: FullDocument, value: Case): Place | undefined {
  if (GENERAL.has(paper.document.kind)) return undefined;
  const identity = identityOf(value.facts);
  const { memberName, memberId } = identity;
  if (memberName === undefined) return undefined;
  const read = otherOwner(page, paper, value);
  if (read !== undefined) return read;
  const own = new Set([memberId, ...identity.claimNumbers].map(compact));
  // Who else is named as a member beside the person is most likely the holder of the insurance.
  const present = linesOf(page).some(({ text }) => sameName(text, memberName));
  for (const line of linesOf(page)) {
    for (const { label, rest } of labelled(page, line)) {
      const holder = !/^(?:patient|pt|client|for client)/i.test(label) && present;
      if (
        !holder &&
        PATIENT.test(label) &&
        NAME.test(rest.text) &&
        !NO_NAME.test(rest.text) &&
        !shares(rest.text, memberName)
      ) {
        return { from: rest.from, to: rest.to };
      }
      const isId = /^(?:member|enrollee|beneficiary|subscriber) (?:id|no\.?|number|#):?$/i.test(label);
      const id = compact(rest.text);
      if (
        isId &&
        memberId !== undefined &&
        id.length >= 6 &&
        /\d{4}/.test(id) &&
        ![...own].some((each) => near(each, id))
      ) {
        return { from: rest.from, to: rest.to };
      }
    }
  }
  return undefined;
}

/** Where a paper that was read as somebody else's names its owner on this page. */
function otherOwner(page: Page, paper: FullDocument, value: Case): Place | undefined {
  if (kinship(identityOf(value.facts), paper) !== 'other-person') return undefined;
  const here = paper.reading.findings.filter(({ proof }) => proof.pageNumber === page.pageNumber);
  const finding = here.find(({ field }) => field === 'member_name') ?? here.find(({ field }) => field === 'member_id');
  return finding === undefined || finding.proof.from >= finding.proof.to
    ? undefined
    : { from: finding.proof.from, to: Math.min(finding.proof.to, page.words.length) };
}

/** Labels with what stands beside them: “Patient: Ann Poe” in one cell, or in the next. */
function labelled(page: Page, line: Span): { label: string; rest: Span }[] {
  const cells = cellsOf(page, line);
  return cells.flatMap((cell, at) => {
    const words = page.words.slice(cell.from, cell.to).map((word) => word.text);
    const colon = words.findIndex((word) => word.endsWith(':'));
    if (colon >= 0 && colon < words.length - 1) {
      const from = cell.from + colon + 1;
      return [
        {
          label: words.slice(0, colon + 1).join(' '),
          rest: { from, to: cell.to, text: words.slice(colon + 1).join(' ') },
        },
      ];
    }
    const next = cells[at + 1];
    return next === undefined ? [] : [{ label: cell.text, rest: next }];
  });
}

/** The same person: first and last name, or the one that a short form gives. */
function shares(name: string, own: string): boolean {
  if (sameName(name, own)) return true;
  const parts = (text: string) =>
    text
      .toLowerCase()
      .split(/[^a-z'’-]+/)
      .filter((part) => part.length > 1);
  const mine = new Set(parts(own));
  return parts(name).every((part) => mine.has(part)) || parts(own).every((part) => parts(name).includes(part));
}

/** One number within the other: a card may print it with or without the suffix of the person. */
function near(a: string, b: string): boolean {
  return a !== '' && (a.includes(b) || b.includes(a));
}
