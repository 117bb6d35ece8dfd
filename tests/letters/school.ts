// Everything the reader learns from, and how the lessons are mixed. One author can be left out, so that the others can be measured on him.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { loadReadingRules } from '../../electron/core/reading-rules.ts';
import type { Encoder } from '../../shared/reading/weigh/encoder/encoder.ts';
import { KIND_CLASSES } from '../../shared/reading/weigh/model.ts';
import type { Rows } from '../../shared/reading/weigh/table.ts';
import { pagesFromText } from '../../shared/text/plain-text.ts';
import { type Bank, loadBanks } from './bank.ts';
import { framedPapers, madePapers } from './compose.ts';
import type { SentenceExample } from './examples.ts';
import { kindLessons, loadSorted, type Sorted } from './kind-lessons.ts';
import { labelledIn } from './labelled.ts';
import { type Lesson, LessonBook } from './lesson-book.ts';
import {
  lessonsOfActs,
  lessonsOfBanks,
  lessonsOfBodies,
  lessonsOfPapers,
  lessonsOfPassages,
  lessonsOfSentences,
} from './lessons.ts';
import type { Scored } from './measure.ts';
import { type HeardLesson, MADE, netLessonsOf } from './net-lessons.ts';
import { type Body, loadActs, loadBodies, loadPassages, type Passages } from './passages.ts';
import { oneOf, SENTENCE_TASK } from './tasks.ts';
import { learn } from './train.ts';
import { learnNet } from './train-net.ts';
import {
  type Judged,
  type LearntSentences,
  learnVerdict,
  secondVerdictsFrom,
  verdictsFrom,
} from './verdict-lessons.ts';

type Rules = ReturnType<typeof loadReadingRules>;

/** A labelled paper and whose hand it is by. */
export interface AuthoredPaper extends Scored {
  readonly author: string;
}

/** The lessons as they lie in tests/fixtures. */
export interface School {
  readonly banks: readonly Bank[];
  readonly passages: readonly Passages[];
  readonly bodies: readonly Body[];
  readonly acts: ReadonlyArray<{ readonly text: string }>;
  readonly papers: readonly AuthoredPaper[];
  readonly sorted: readonly Sorted[];
}

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');
/** Letters composed of each bank, and of each passage author in each bank's frame; times each body is framed. */
const PER_BANK = 120;
const PER_FRAME = 12;
const FRAMES = 3;
/** Times the weights of sentences are learnt, each time in another order. */
const TURNS = 4;
/** Parts into which the authors of whole letters are put to learn verdicts, and the seed of the frames their bodies stand in. */
const PARTS = 3;
const JUDGED_SEED = 11;
/** How much such a body counts for a verdict beside a letter written as a whole: it gives one or two grounds where letters give up to three. */
const FRAMED = 0.3;
/** Letters of each bank from which kinds are learnt, and how much they count beside a real paper. */
const KIND_LETTERS = 70;
const KIND_PAPER = 1;
/** Denials and statements are many; a paper of another kind, and a brief one of any kind, counts as much as several of them, or the few would not be heard. */
const OFTEN: ReadonlySet<string> = new Set(['denial-letter', 'eob']);
const RARER_KIND_PAPER = 4;
const KIND_LETTER = 0.5;
/** The sum of a kind's cues speaks for it before anything is learnt. */
const CUE_WEIGHT = 6;

/** The hand of the papers that are the standard. */
const OWN = 'own';

/** All lessons, without the papers held out. */
export function loadSchool(): School {
  const own = [...labelledIn(join(FIXTURES, 'papers')), ...labelledIn(join(FIXTURES, 'letters', 'labelled'))];
  return {
    banks: loadBanks(),
    passages: loadPassages(),
    bodies: loadBodies(),
    acts: loadActs(),
    papers: [...own.map((paper) => ({ ...paper, author: OWN })), ...authoredPapers()],
    sorted: loadSorted(),
  };
}

/** How often our own papers stand among those names are learnt from: writers differ in how they cut a name, and these are the standard. */
const STANDARD = 4;

/** The papers from which names are learnt. */
export function papersForNames({ papers }: School): AuthoredPaper[] {
  const own = papers.filter(({ author }) => author === OWN);
  return [...papers, ...Array.from({ length: STANDARD - 1 }, () => own).flat()];
}

function authoredPapers(): AuthoredPaper[] {
  const folder = join(FIXTURES, 'letters', 'authored');
  return existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .flatMap((author) => labelledIn(join(folder, author)).map((paper) => ({ ...paper, author })))
    : [];
}

/** The school without one author's passages, letters and papers. */
export function without(school: School, author: string): School {
  return {
    ...school,
    banks: school.banks.filter((bank) => bank.author !== author),
    passages: school.passages.filter((passages) => passages.author !== author),
    bodies: school.bodies.filter((body) => body.author !== author),
    papers: school.papers.filter((paper) => paper.author !== author),
  };
}

/** What sentences teach: the weights, and the net. */
export interface Taught {
  readonly lessons: readonly Lesson[];
  readonly heard: readonly HeardLesson[];
}

/** The lessons about grounds, ready to be learnt from. Whole letters are in parts, the letters of one author together, so that each part can be left out. */
export interface GroundLessons {
  readonly names: readonly string[];
  readonly lines: Taught;
  readonly parts: ReadonlyArray<Taught & { readonly judged: readonly Judged[] }>;
}

/** Reads all lessons about grounds. */
export function groundLessons(school: School, rules: Rules): GroundLessons {
  const book = new LessonBook();
  const taught = (sources: ReadonlyArray<() => SentenceExample[]>, share: number): Taught => {
    const seen = new Set<string>();
    const each = sources.map((source) => {
      const examples = source();
      return { lessons: book.lessons(examples), heard: netLessonsOf(examples, share, seen) };
    });
    return { lessons: each.flatMap(({ lessons }) => lessons), heard: each.flatMap(({ heard }) => heard) };
  };
  const lines = taught(lessonsOfLines(school, rules), MADE);
  const parts = partsOf(school).map((part) => ({
    ...taught(lessonsOfWholes(part, school, rules), 1),
    judged: judgedPapers(part, school),
  }));
  return { names: book.names(), lines, parts };
}

/** Weights and a net for what sentences say, learnt from all lessons. */
export function learnSentences({ names, lines, parts }: GroundLessons): LearntSentences {
  return learnt([lines, ...parts], names, TURNS);
}

function learnt(from: readonly Taught[], names: readonly string[], turns: number): LearntSentences {
  return {
    weights: learn(
      from.flatMap(({ lessons }) => lessons),
      names,
      SENTENCE_TASK,
      { turns },
    ),
    net: learnNet(from.flatMap(({ heard }) => heard)),
  };
}

/**
 * Weights for the verdict on a whole letter. Each part's letters are weighed with what is learnt from the others: on letters it has learnt from, the
 * sentences would look surer than they ever do later. One turn is enough: hundreds of letters make up for what one order sways.
 */
export function learnVerdicts({ names, lines, parts }: GroundLessons, rules: Rules): Rows {
  return learnVerdict(
    parts.flatMap((part) => {
      const others = parts.filter((other) => other !== part);
      return verdictsFrom(part.judged, learnt([lines, ...others], names, 1), rules);
    }),
  );
}

/**
 * The same for letters heard a second time. `encoders` are taught without the letters of the first parts, one for each in their order; the letters of
 * parts without one are not judged.
 */
export function learnSecondVerdicts(
  { names, lines, parts }: GroundLessons,
  encoders: readonly Encoder[],
  rules: Rules,
): Rows {
  return learnVerdict(
    encoders.flatMap((encoder, at) => {
      const others = parts.filter((_, other) => other !== at);
      return secondVerdictsFrom(parts[at]?.judged ?? [], learnt([lines, ...others], names, 1), encoder, rules);
    }),
  );
}

/** What is written line by line, and the letters composed of it; one after the other, since examples take much room. */
function lessonsOfLines(school: School, rules: Rules): Array<() => SentenceExample[]> {
  return [
    () => lessonsOfBanks(school.banks, PER_BANK, rules),
    () => lessonsOfPassages(school.passages, school.banks, PER_FRAME, rules),
    () => lessonsOfActs(school.acts, rules),
    () => lessonsOfSentences(rules),
  ];
}

type Wholes = Pick<School, 'bodies' | 'papers'>;

/** What is written as a whole letter. */
function lessonsOfWholes(wholes: Wholes, school: School, rules: Rules): Array<() => SentenceExample[]> {
  return [
    () => lessonsOfBodies(wholes.bodies, school.banks, FRAMES, rules),
    () => lessonsOfPapers(wholes.papers, rules),
  ];
}

/** Whole letters in parts; the letters of one author stay together. */
function partsOf({ bodies, papers }: School): Wholes[] {
  const inPart = <Kind extends { readonly author: string }>(items: readonly Kind[], part: number): Kind[] => {
    const authors = [...new Set(items.map(({ author }) => author))];
    return items.filter(({ author }) => authors.indexOf(author) % PARTS === part);
  };
  return Array.from({ length: PARTS }, (_, part) => ({ bodies: inPart(bodies, part), papers: inPart(papers, part) }));
}

/** The letters on which verdicts are learnt: denials, since only of them a verdict is asked, and bodies in a frame that no lesson has. */
function judgedPapers(wholes: Wholes, school: School): Judged[] {
  const framed = framedPapers(wholes.bodies, school.banks, 1, JUDGED_SEED);
  return [
    ...framed.map(({ text, reasons }) => ({ pages: pagesFromText(text), reasons, weight: FRAMED })),
    ...wholes.papers
      .filter(({ truth }) => truth.type === 'denial-letter')
      .map(({ pages, truth }) => ({ pages, reasons: truth.reasons, weight: 1 })),
  ].map(({ pages, reasons, weight }) => ({ pages, reasons: new Set(reasons.map(({ id }) => id)), weight }));
}

/** Weights for the kinds of paper. */
export function learnKinds(school: School, rules: Rules): Rows {
  const letters = school.banks.flatMap((bank) =>
    madePapers(bank, KIND_LETTERS, 5).map((paper) => ({ pages: pagesFromText(paper.text), kind: paper.type })),
  );
  const papers = school.papers.map(({ pages, truth }) => ({ pages, kind: truth.type }));
  const isOften = ({ kind }: Sorted): boolean => OFTEN.has(kind);
  const book = new LessonBook();
  const lessons = book.lessons([
    ...kindLessons(papers.filter(isOften), rules, KIND_PAPER),
    ...kindLessons([...papers.filter((paper) => !isOften(paper)), ...school.sorted], rules, RARER_KIND_PAPER),
    ...kindLessons(letters, rules, KIND_LETTER),
  ]);
  return learn(lessons, book.names(), oneOf(KIND_CLASSES.length), {
    turns: TURNS,
    start: KIND_CLASSES.map((kind, at) => [`k:sum-${kind}`, at, CUE_WEIGHT] as const),
  });
}
