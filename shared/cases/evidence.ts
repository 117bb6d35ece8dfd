// Suggests which pages answer which ground, with the words that matter most. What the user accepted or rejected stays.
import type { EvidenceId } from '../ids.ts';
import type { Case, Evidence, Ground } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import { reasonRule } from '../rules/lookup.ts';
import type { Rules } from '../rules/schema.ts';
import { evidencePages, type PreparedPage, rarity, topicOf } from './evidence-pages.ts';
import { kindInWords } from './kind-words.ts';
import { bestQuote, type Quote } from './quotes.ts';
import { hitsIn, type PreparedItem, type PreparedReason, prepareReason } from './signals.ts';
import { phraseAt } from './stems.ts';

/** Suggestions per ground, at most, and quotes of one paper among them. */
const MOST_PER_GROUND = 6;
const MOST_PER_PAPER = 3;
/** Pages much weaker than the best one are not offered. */
const LEAST_SHARE = 0.35;
/** A paper not offered yet is preferred when its proof is at least this good beside the best one. */
const FRESH_SHARE = 0.7;
/** Pages weaker than this are not offered at all. */
const LEAST_SCORE = 0.55;

/** A page as proof of one item of the checklist. */
interface Candidate {
  readonly page: PreparedPage;
  readonly item: PreparedItem;
  readonly quote: Quote;
  readonly score: number;
}

/**
 * All evidence of the case after looking again: what the user accepted, rejected or linked unchanged, then fresh suggestions, best first
 * for each ground. Papers that name another person, the denial itself and papers that restate it are never suggested.
 */
export function suggestEvidence(input: {
  readonly case: Case;
  readonly documents: readonly FullDocument[];
  readonly rules: Rules;
  readonly newEvidenceId: () => EvidenceId;
}): Evidence[] {
  const { case: value, documents, rules, newEvidenceId } = input;
  const pages = evidencePages(value, documents);
  const rare = rarity(pages);
  const denial = documents.find((paper) => paper.document.id === value.denialDocumentId);
  const kept = value.evidence.filter((each) => each.state !== 'suggested');
  const fresh = value.grounds
    .filter((ground) => ground.state !== 'dismissed')
    .flatMap((ground) => {
      const reason = prepareReason(reasonRule(rules, ground.reason));
      const topic = topicOf(ground, denial);
      const candidates = pages.flatMap((page) => candidatesFor(page, reason, topic, rare));
      return choose(candidates, reason).map((candidate) => toEvidence(candidate, ground, topic, value, newEvidenceId));
    });
  return [...kept, ...fresh.filter((suggestion) => !kept.some((each) => sameProof(each, suggestion)))];
}

function candidatesFor(
  page: PreparedPage,
  reason: PreparedReason,
  topic: ReadonlySet<string>,
  rare: (stem: string) => number,
): Candidate[] {
  const { kind } = page.document.document;
  // Only what stands on the page at all is looked for in its sentences.
  const items = reason.items
    .filter((item) => item.kinds.includes(kind))
    .map((item) => ({ ...item, signals: hitsIn(page.stems, item) }))
    .filter((item) => item.signals.length > 0);
  if (items.length === 0) return [];
  const here = { items: reason.items, adverse: reason.adverse.filter((phrase) => phraseAt(page.stems, phrase) >= 0) };
  const shared = sharedStems(page, topic).reduce((sum, stem) => sum + Math.min(2.5, rare(stem)), 0);
  return items.flatMap((item) => {
    const quote = bestQuote(page, { item, alongside: items, reason: here, topic, rare });
    if (quote === undefined) return [];
    const fit = itemScore(item) * (1 - 0.25 * Math.min(item.kinds.indexOf(kind), 2));
    return [{ page, item, quote, score: fit + 0.5 * saturate(shared, 12) + 0.6 * saturate(quote.score, 6) }];
  });
}

function sharedStems(page: PreparedPage, topic: ReadonlySet<string>): string[] {
  return [...topic].filter((stem) => page.content.has(stem));
}

/** How well a page fits an item of which these signals stand there, 0 to 1: long phrases count more than single words. */
function itemScore(item: PreparedItem): number {
  const weight = item.signals.reduce((sum, hit) => sum + hit.stems.length ** 0.5, 0);
  return item.rank * saturate(weight, 5);
}

function saturate(value: number, half: number): number {
  return value / (value + half);
}

/** The best proof of each item first, so that the suggestions do not all prove the same; then other papers by their score. */
function choose(candidates: readonly Candidate[], reason: PreparedReason): Candidate[] {
  const sorted = [...candidates].sort((a, b) => b.score - a.score);
  const floor = Math.max(LEAST_SCORE, (sorted[0]?.score ?? 0) * LEAST_SHARE);
  const strong = sorted.filter((candidate) => candidate.score >= floor);
  const chosen: Candidate[] = [];
  const fits = (candidate: Candidate) => {
    const samePaper = chosen.filter((each) => each.page.document === candidate.page.document);
    return (
      chosen.length < MOST_PER_GROUND &&
      samePaper.length < MOST_PER_PAPER &&
      !samePaper.some((each) => overlaps(each, candidate))
    );
  };
  for (const item of reason.items) {
    const fitting = strong.filter((candidate) => candidate.item.item === item.item && fits(candidate));
    const best = fitting[0];
    if (best === undefined) continue;
    const fresh = fitting.find((candidate) => !chosen.some((each) => each.page.document === candidate.page.document));
    chosen.push(fresh !== undefined && fresh.score >= best.score * FRESH_SHARE ? fresh : best);
  }
  for (const candidate of strong) {
    const fresh = !chosen.some((each) => each.page.document === candidate.page.document);
    if (fresh && fits(candidate)) chosen.push(candidate);
  }
  for (const candidate of strong) {
    if (fits(candidate)) chosen.push(candidate);
  }
  return chosen.sort((a, b) => b.score - a.score);
}

function overlaps(a: Candidate, b: Candidate): boolean {
  return a.page.page === b.page.page && a.quote.proof.from < b.quote.proof.to && b.quote.proof.from < a.quote.proof.to;
}

function toEvidence(
  candidate: Candidate,
  ground: Ground,
  topic: ReadonlySet<string>,
  value: Case,
  newEvidenceId: () => EvidenceId,
): Evidence {
  const { pageNumber } = candidate.page.page;
  const fresh: Omit<Evidence, 'id'> = {
    groundId: ground.id,
    documentId: candidate.page.document.document.id,
    fromPage: pageNumber,
    toPage: pageNumber,
    proof: candidate.quote.proof,
    state: 'suggested',
    score: Math.round(saturate(candidate.score, 1) * 100) / 100,
    why: whyOf(candidate, topic),
  };
  const before = value.evidence.find((each) => each.state === 'suggested' && sameProof(each, fresh));
  return { id: before?.id ?? newEvidenceId(), ...fresh };
}

function whyOf({ page, item }: Candidate, topic: ReadonlySet<string>): string[] {
  const hits = item.signals.map((hit) => hit.text);
  const longest = hits.sort((a, b) => b.split(' ').length - a.split(' ').length).slice(0, 4);
  return [
    item.what,
    `${kindInWords(page.document.document.kind)} that speaks of ${longest.map((hit) => `“${hit}”`).join(', ')}`,
    ...(sharedStems(page, topic).length >= 4 ? ['It speaks of the same things as this part of the denial'] : []),
  ];
}

/** The same words for the same ground, or the same pages when one of them quotes nothing. */
function sameProof(
  a: Pick<Evidence, 'groundId' | 'documentId' | 'fromPage' | 'toPage' | 'proof'>,
  b: typeof a,
): boolean {
  if (a.groundId !== b.groundId || a.documentId !== b.documentId || a.fromPage > b.toPage || b.fromPage > a.toPage)
    return false;
  if (a.proof === undefined || b.proof === undefined) return true;
  return a.proof.pageNumber === b.proof.pageNumber && a.proof.from < b.proof.to && b.proof.from < a.proof.to;
}
