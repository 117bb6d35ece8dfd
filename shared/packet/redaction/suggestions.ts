// What the app suggests to black out: private data found in the words of the pages that go out. Nothing is blacked out unless the user takes it.

import { identityOf } from '../../cases/facts.ts';
import { textOf } from '../../cases/page-text.ts';
import type { DocumentId } from '../../ids.ts';
import type { Case } from '../../model/case.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Exhibit } from '../../model/packet.ts';
import type { Page } from '../../model/page.ts';
import type { PageBox, RedactionWhy } from '../../model/redaction.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import { boxesOfWords, hiddenWords } from './boxes.ts';
import { findBirthDates } from './suggest/birth-dates.ts';
import { findAccounts, findCards, findIbans, findSsns } from './suggest/numbers.ts';
import { findContacts, findNames, findPeople, type OwnNames } from './suggest/people.ts';
import { type Find, numberKey } from './suggest/tokens.ts';

/** One suggestion. `what` says in plain words what was found; `text` are the words, for the user's eyes only. */
export interface RedactionSuggestion {
  readonly documentId: DocumentId;
  readonly pageNumber: number;
  readonly why: RedactionWhy;
  readonly what: string;
  readonly text: string;
  readonly boxes: PageBox[];
}

/** Papers about nobody: the names and numbers in them are examples. */
const GENERAL: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['plan-document', 'medical-policy', 'literature']);

/**
 * Suggestions for the pages of the exhibits, in their order. The member's own name, member id, group, claim and authorization numbers are never
 * among them, nor what the user has blacked out or waved off already.
 */
export function redactionSuggestions(
  value: Case,
  exhibits: readonly Exhibit[],
  documents: ReadonlyMap<string, FullDocument>,
): RedactionSuggestion[] {
  const own = ownOf(value);
  const papers = exhibits.flatMap((exhibit) => {
    const paper = documents.get(exhibit.documentId);
    return paper === undefined || GENERAL.has(paper.document.kind) ? [] : [{ exhibit, paper }];
  });
  const others = papers.flatMap(({ paper }) =>
    paper.pages.flatMap((page) => findPeople(page, own).map(({ from, to }) => textOf(page, from, to))),
  );
  const names = [...new Set(others)];
  return papers.flatMap(({ exhibit, paper }) =>
    exhibit.pages.flatMap((pageNumber) => {
      const page = paper.pages.find((each) => each.pageNumber === pageNumber);
      if (page === undefined) return [];
      const settled = value.redactions
        .filter((each) => each.documentId === exhibit.documentId && each.pageNumber === pageNumber)
        .map(({ boxes }) => new Set(hiddenWords(page.words, boxes)));
      return findsOn(page, own, names)
        .filter(({ from, to }) => !settled.some((words) => rangeOf(from, to).every((index) => words.has(index))))
        .map((find) => ({
          documentId: exhibit.documentId,
          pageNumber,
          why: find.why,
          what: find.what,
          text: textOf(page, find.from, find.to),
          boxes: boxesOfWords(page, rangeOf(find.from, find.to)),
        }));
    }),
  );
}

interface Own extends OwnNames {
  readonly numbers: ReadonlySet<string>;
  readonly contacts: readonly string[];
}

function ownOf({ facts }: Case): Own {
  const identity = identityOf(facts);
  const numbers = [identity.memberId, identity.groupNumber, identity.authorizationNumber, ...identity.claimNumbers];
  return {
    member: facts.memberName.value,
    names: [facts.memberName.value, facts.provider.value].filter((name) => name !== undefined),
    numbers: new Set(numbers.flatMap((number) => (number === undefined ? [] : [numberKey(number)]))),
    contacts: [facts.senderAddress, facts.senderPhone, facts.appealPhone, facts.appealFax, facts.appealAddress].flatMap(
      ({ value }) => (value === undefined ? [] : [value]),
    ),
  };
}

/** Everything private on a page, by place; of two finds at one place the first kind stands. */
function findsOn(page: Page, own: Own, names: readonly string[]): Find[] {
  const people = [...findPeople(page, own), ...findNames(page, names)];
  const all = [
    ...findSsns(page),
    ...findCards(page),
    ...findIbans(page),
    ...findAccounts(page),
    ...findBirthDates(page),
    ...people,
    ...findContacts(page, people, own),
  ].filter(({ from, to }) => !isOwnNumber(textOf(page, from, to), own));
  const kept = all.filter(
    (find, at) => !all.slice(0, at).some((other) => other.from < find.to && find.from < other.to),
  );
  return kept.sort((a, b) => a.from - b.from);
}

/** A card may print a number with or without its suffix: one within the other is the same. */
function isOwnNumber(text: string, own: Own): boolean {
  const key = numberKey(text);
  return (
    key.length >= 4 &&
    [...own.numbers].some((number) => number !== '' && (number.includes(key) || key.includes(number)))
  );
}

function rangeOf(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
