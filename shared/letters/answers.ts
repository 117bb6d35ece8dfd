// The answer to each ground: what the denial says, what the pages say against it, what the user says, and the law that applies.
import { wholeSentence } from '../cases/stated-limit.ts';
import type { Evidence, Ground } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Block, Inline } from '../model/letter.ts';
import type { Source } from '../model/source.ts';
import { reasonRule } from '../rules/lookup.ts';
import type { StandingText } from '../rules/schema.ts';
import { blank, heading, paragraph, quote, text } from './inline.ts';
import { groundsInForce, type LetterInput } from './input.ts';
import { lowerFirst, nameOf, STANDARDS } from './names.ts';
import { standingInlines, standingTexts } from './standing.ts';

/** Of the suggestions, this many of the plan's own words and this many others are quoted while the user has accepted none. */
const MOST_STANDARDS = 2;
const MOST_OTHERS = 3;
/** A sentence of the denial longer than this is quoted only as far as the reason goes, in words. */
const LONGEST_GROUND = 70;

/** One heading and answer per ground, in the order of the case; law that applies to several grounds is said once, after them. */
export function answers(input: LetterInput): Block[] {
  const grounds = groundsInForce(input);
  const law = grounds.map((ground) => standingTexts(input, 'ground', ground));
  const shared = [...new Set(law.flat())].filter(
    (entry) => law.filter((entries) => entries.includes(entry)).length > 1,
  );
  return [
    ...grounds.flatMap((ground, index) => {
      const own = (law[index] ?? []).filter((entry) => !shared.includes(entry));
      return answer(input, ground, index + 1, own);
    }),
    ...(shared.length === 0 ? [] : [heading('The rules for this review')]),
    ...shared.map((entry) => paragraph('form', standingInlines(entry))),
  ];
}

function answer(input: LetterInput, ground: Ground, number: number, law: readonly StandingText[]): Block[] {
  const name = reasonRule(input.rules, ground.reason).name;
  const evidence = quotedEvidence(input, ground);
  const own = ground.answer.trim() === '' ? [] : ground.answer.trim().split(/\n\s*\n/);
  const open = evidence.length === 0 && own.length === 0;
  return [
    heading(`Reason ${number}: ${name}`, ground.id),
    ...whatTheDenialSays(input, ground),
    ...own.map((part) => paragraph('user', [text(part.trim())], ground.id)),
    ...evidenceBlocks(evidence, ground),
    ...(open ? [paragraph('form', [blank(`Your answer to “${name}”`, ground.id)], ground.id)] : []),
    ...law.map((entry) => paragraph('form', standingInlines(entry), ground.id)),
    ...(evidence.length === 0
      ? []
      : [
          paragraph(
            'form',
            [text('The pages quoted answer this reason; please reverse the decision on it.')],
            ground.id,
          ),
        ]),
  ];
}

function whatTheDenialSays(input: LetterInput, ground: Ground): Block[] {
  const source = quoteOfGround(input, ground);
  if (source === undefined) return [];
  return [paragraph('form', [text('The notice gives this reason:')], ground.id), quote(source, ground.id)];
}

/** The whole sentence of the denial that gives a ground, or only its words when the sentence is long; undefined for a ground of the user's own. */
export function quoteOfGround(input: LetterInput, ground: Ground): Source | undefined {
  const { source } = ground;
  if (source === undefined) return undefined;
  const document = input.documents.get(source.documentId);
  const whole = document === undefined ? source.proof : wholeSentence(document, source.proof);
  return { ...source, proof: whole.to - whole.from > LONGEST_GROUND ? source.proof : whole };
}

interface Quoted {
  readonly evidence: Evidence;
  readonly document: FullDocument;
}

/** What the user accepted; while that is nothing, the best of the suggestions. The plan's own words come first. */
function quotedEvidence(input: LetterInput, ground: Ground): Quoted[] {
  const all = input.case.evidence
    .filter((each) => each.groundId === ground.id && each.state !== 'rejected')
    .flatMap((evidence): Quoted[] => {
      const document = input.documents.get(evidence.documentId);
      return document === undefined ? [] : [{ evidence, document }];
    })
    .sort((a, b) => b.evidence.score - a.evidence.score);
  const isStandard = ({ document }: Quoted) => STANDARDS.has(document.document.kind);
  const planFirst = (standards: readonly Quoted[]) =>
    [...standards].sort(
      (a, b) =>
        Number(b.document.document.kind === 'plan-document') - Number(a.document.document.kind === 'plan-document'),
    );
  const accepted = all.filter(({ evidence }) => evidence.state === 'accepted');
  if (accepted.length > 0)
    return [...planFirst(accepted.filter(isStandard)), ...together(accepted.filter((each) => !isStandard(each)))];
  const suggested = all.filter(({ evidence }) => evidence.proof !== undefined);
  const standards = suggested.filter(isStandard).slice(0, MOST_STANDARDS);
  return [...planFirst(standards), ...together(suggested.filter((each) => !isStandard(each)).slice(0, MOST_OTHERS))];
}

/** Quotes of the same paper stand together, in the order of its pages; papers in the order of their best quote. */
function together(quoted: readonly Quoted[]): Quoted[] {
  const papers = [...new Set(quoted.map(({ document }) => document))];
  const place = ({ evidence }: Quoted) => evidence.fromPage * 100_000 + (evidence.proof?.from ?? 0);
  return papers.flatMap((paper) =>
    quoted.filter(({ document }) => document === paper).sort((a, b) => place(a) - place(b)),
  );
}

function evidenceBlocks(quoted: readonly Quoted[], ground: Ground): Block[] {
  return quoted.flatMap(({ evidence, document }, index) => {
    const again = quoted[index - 1]?.document === document;
    const thrice = again && quoted[index - 2]?.document === document;
    const name = nameOf(document);
    if (evidence.proof === undefined) {
      const pages: Inline = {
        kind: 'cite',
        documentId: evidence.documentId,
        pageNumber: evidence.fromPage,
        ...(evidence.toPage > evidence.fromPage && { toPage: evidence.toPage }),
      };
      return [
        paragraph('page', [text(`${again ? 'See also' : `See ${lowerFirst(name)}`} `), pages, text('.')], ground.id),
      ];
    }
    const verb = STANDARDS.has(document.document.kind) ? 'reads' : 'states';
    const lead = thrice ? 'It adds:' : again ? `It also ${verb}:` : `${name} ${verb}:`;
    return [
      paragraph('form', [text(lead)], ground.id),
      quote({ documentId: evidence.documentId, proof: evidence.proof }, ground.id),
    ];
  });
}
