// Which service packs fit a case, and by which words or codes of the denial.
import type { Case } from '../../model/case.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Source } from '../../model/source.ts';
import { oncePer, oncePerPair } from '../../once-per.ts';
import type { Rules } from '../../rules/schema.ts';
import type { ServicePack } from '../../rules/service-schema.ts';
import { pageStems } from '../page-stems.ts';
import { pageText, proofOf } from '../page-text.ts';
import { phraseAt, stemsOf } from '../stems.ts';
import { denialWords, reasonSentences, serviceLines } from './denial-words.ts';

export interface FittingPack {
  readonly pack: ServicePack;
  /** The form of the service that the denial is about, where the papers tell. */
  readonly variant: string | undefined;
  /** Why it fits, in plain words. */
  readonly why: readonly string[];
  /** The words of the denial that told. */
  readonly source?: Source;
}

/** The packs for the service of a case: by the service as the case names it, codes, words beside the reasons, or the reason itself. */
export function fittingPacks(
  value: Case,
  documents: readonly FullDocument[],
  rules: Pick<Rules, 'services'>,
): readonly FittingPack[] {
  return packsBy(rules)(value, documents);
}

/** One look at a case asks for its packs many times. */
const packsBy = oncePer((rules: Pick<Rules, 'services'>) =>
  oncePerPair((value: Case, documents: readonly FullDocument[]) => findPacks(value, documents, rules)),
);

function findPacks(
  value: Case,
  documents: readonly FullDocument[],
  rules: Pick<Rules, 'services'>,
): readonly FittingPack[] {
  const denial = documents.find(({ document }) => document.id === value.denialDocumentId);
  return rules.services.flatMap((pack) => {
    const found = signs(pack, value, denial);
    return found.why.length === 0 ? [] : [{ pack, variant: variantOf(pack, value, denial), ...found }];
  });
}

/** True when an entry of a pack is about the denied form of the service, or about all forms, or the form is not known. */
export function isAbout(entry: { readonly variant?: string | undefined }, variant: string | undefined): boolean {
  return entry.variant === undefined || variant === undefined || entry.variant === variant;
}

function signs(pack: ServicePack, value: Case, denial: FullDocument | undefined): { why: string[]; source?: Source } {
  const why: string[] = [];
  let source: Source | undefined;
  const add = (reason: string, from?: Source) => {
    why.push(reason);
    source ??= from;
  };
  const service = value.facts.service;
  const named = pack.detects.words.find((word) => holds(service.value ?? '', word));
  if (named !== undefined) add(`The service of this case is “${service.value}”`, service.source);
  for (const code of codesOf(denial)) {
    if (pack.detects.codes.includes(code.value)) add(`The denial names the code ${code.value}`, code.source);
    const word = pack.detects.words.find((each) => spokenOf(denial, each));
    if (pack.detects.weakCodes.includes(code.value) && word !== undefined)
      add(`The denial names the code ${code.value} and speaks of “${word}”`, code.source);
  }
  const told = denial && namedAtReason(pack, denial);
  if (told !== undefined) add(`The denial speaks of “${told.word}” where it gives its reason`, told.source);
  for (const reason of pack.detects.reasons) {
    const ground = value.grounds.find((each) => each.reason === reason && each.state !== 'dismissed');
    const near = denial === undefined ? '' : denialWords(denial, true);
    if (ground !== undefined && pack.detects.words.some((word) => holds(near, word)))
      add(`The reason of the denial is about ${pack.name.toLowerCase()}`, ground.source);
  }
  return { why, ...(source !== undefined && { source }) };
}

function namedAtReason(pack: ServicePack, denial: FullDocument): { word: string; source: Source } | undefined {
  for (const proof of [...serviceLines(denial), ...reasonSentences(denial, false)]) {
    const plain = proof.quote.replace(/[“"][^”"]{3,150}[”"]/g, ' ');
    const word = pack.detects.words.find((each) => holds(plain, each) && !asks(plain, each));
    if (word !== undefined) return { word, source: { documentId: denial.document.id, proof } };
  }
  return undefined;
}

/** True when a sentence names a treatment only as something to be tried first (“a course of …”, “failure of …”). */
function asks(text: string, word: string): boolean {
  const before = text.slice(0, Math.max(0, text.toLowerCase().indexOf(word.toLowerCase())));
  return /\b(course|courses|trial|trials|failure|failed|tried|prior|before|instead of|plus|or) (?:\w+ ){0,3}$/i.test(
    before,
  );
}

function holds(text: string, phrase: string): boolean {
  return phraseAt(stemsOf(text), stemsOf(phrase)) >= 0;
}

function spokenOf(denial: FullDocument | undefined, word: string): boolean {
  return denial?.pages.some((page) => phraseAt(pageStems(page), stemsOf(word)) >= 0) ?? false;
}

function codesOf(denial: FullDocument | undefined): { value: string; source?: Source }[] {
  if (denial === undefined) return [];
  return (denial.reading.fields.codes?.cpt_hcpcs ?? []).map((value) => {
    const source = placeOf(denial, value);
    return { value, ...(source !== undefined && { source }) };
  });
}

function placeOf(denial: FullDocument, code: string): Source | undefined {
  for (const page of denial.pages) {
    const at = page.words.findIndex((word) => word.text.replace(/[^A-Z0-9]/gi, '') === code);
    if (at >= 0) return { documentId: denial.document.id, proof: proofOf(page, { from: at, to: at + 1 }) };
  }
  return undefined;
}

/** The form of the service with the most codes and words in the denial; undefined when none leads. */
function variantOf(pack: ServicePack, value: Case, denial: FullDocument | undefined): string | undefined {
  const stems = stemsOf(
    [value.facts.service.value ?? '', ...(denial?.pages ?? []).map((page) => pageText(page))]
      .join(' ')
      .replace(/[“"][^”"]{3,150}[”"]/g, ' '),
  );
  const codes = new Set(denial?.reading.fields.codes?.cpt_hcpcs ?? []);
  const scored = pack.variants
    .map((variant) => {
      const words = Math.max(0, ...variant.words.map((word) => count(stems, stemsOf(word))));
      return { id: variant.id, score: 2 * variant.codes.filter((code) => codes.has(code)).length + words };
    })
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  return best !== undefined && best.score > (scored[1]?.score ?? 0) ? best.id : undefined;
}

function count(stems: readonly string[], phrase: readonly string[]): number {
  let found = 0;
  for (let from = 0; from < stems.length; ) {
    const at = phraseAt(stems.slice(from), phrase);
    if (at < 0) break;
    found += 1;
    from += at + phrase.length;
  }
  return found;
}
