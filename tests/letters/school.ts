// Everything the reader learns from, and how the lessons are mixed. One author can be left out, so that the others can be measured on him.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { loadReadingRules } from '../../electron/core/reading-rules.ts';
import { KIND_CLASSES, type Weights } from '../../shared/reading/weigh/model.ts';
import { pagesFromText } from '../../shared/text/plain-text.ts';
import { type Bank, loadBanks } from './bank.ts';
import { madePapers } from './compose.ts';
import { kindLessons, loadSorted, type Sorted } from './kind-lessons.ts';
import { labelledIn } from './labelled.ts';
import {
  lessonsOfActs,
  lessonsOfBanks,
  lessonsOfBodies,
  lessonsOfPapers,
  lessonsOfPassages,
  lessonsOfSentences,
} from './lessons.ts';
import type { Scored } from './measure.ts';
import { type Body, loadActs, loadBodies, loadPassages, type Passages } from './passages.ts';
import { learn } from './train.ts';

type Rules = ReturnType<typeof loadReadingRules>;

/** The lessons as they lie in tests/fixtures. */
export interface School {
  readonly banks: readonly Bank[];
  readonly passages: readonly Passages[];
  readonly bodies: readonly Body[];
  readonly acts: ReadonlyArray<{ readonly text: string }>;
  readonly papers: readonly Scored[];
  readonly sorted: readonly Sorted[];
}

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');
/** Letters composed of each bank, and of each passage author in each bank's frame; times each body is framed. */
const PER_BANK = 220;
const PER_FRAME = 40;
const FRAMES = 3;
/** Letters of each bank from which kinds are learnt, and how much they count beside a real paper. */
const KIND_LETTERS = 70;
const KIND_PAPER = 1;
const KIND_LETTER = 0.5;
/** The sum of a kind's cues speaks for it before anything is learnt. */
const CUE_WEIGHT = 6;

/** All lessons, without the papers held out. */
export function loadSchool(): School {
  return {
    banks: loadBanks(),
    passages: loadPassages(),
    bodies: loadBodies(),
    acts: loadActs(),
    papers: [
      ...labelledIn(join(FIXTURES, 'papers')),
      ...labelledIn(join(FIXTURES, 'letters', 'labelled')),
      ...authoredPapers(),
    ],
    sorted: loadSorted(),
  };
}

function authoredPapers(): Scored[] {
  const folder = join(FIXTURES, 'letters', 'authored');
  return existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .flatMap((author) => labelledIn(join(folder, author)))
    : [];
}

/** The school without one author's passages and letters. */
export function without(school: School, author: string): School {
  return {
    ...school,
    banks: school.banks.filter((bank) => bank.author !== author),
    passages: school.passages.filter((passages) => passages.author !== author),
    bodies: school.bodies.filter((body) => body.author !== author),
  };
}

/** Weights for the grounds of a denial. */
export function learnGrounds(school: School, rules: Rules): Weights['features'] {
  return learn([
    ...lessonsOfBanks(school.banks, PER_BANK, rules),
    ...lessonsOfPassages(school.passages, school.banks, PER_FRAME, rules),
    ...lessonsOfBodies(school.bodies, school.banks, FRAMES, rules),
    ...lessonsOfActs(school.acts, rules),
    ...lessonsOfPapers(school.papers, rules),
    ...lessonsOfSentences(rules),
  ]);
}

/** Weights for the kinds of paper. */
export function learnKinds(school: School, rules: Rules): Weights['features'] {
  const letters = school.banks.flatMap((bank) =>
    madePapers(bank, KIND_LETTERS, 5).map((paper) => ({ pages: pagesFromText(paper.text), kind: paper.type })),
  );
  const papers = school.papers.map(({ pages, truth }) => ({ pages, kind: truth.type }));
  return learn(
    [...kindLessons([...papers, ...school.sorted], rules, KIND_PAPER), ...kindLessons(letters, rules, KIND_LETTER)],
    KIND_CLASSES.length,
    KIND_CLASSES.map((kind, at) => [`k:sum-${kind}`, at, CUE_WEIGHT] as const),
  );
}
