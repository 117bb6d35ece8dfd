// What the weights are learnt from: generated letters of the banks, labelled papers, single sentences. Held-out papers are not among them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { loadReadingRules } from '../../electron/core/reading-rules.ts';
import type { Page } from '../../shared/model/page.ts';
import { ReasonId } from '../../shared/model/vocabulary.ts';
import { pagesFromText } from '../../shared/text/plain-text.ts';
import { findQuote } from '../../shared/text/quote.ts';
import { letterAround } from '../helpers/reading.ts';
import type { Bank } from './bank.ts';
import { framedPapers, madePapers } from './compose.ts';
import { examplesOf, type SentenceExample } from './examples.ts';
import type { Tag } from './layout.ts';
import type { Scored } from './measure.ts';
import { type Body, inFrame, type Passages } from './passages.ts';

type Rules = ReturnType<typeof loadReadingRules>;
type Tags = ReadonlyArray<ReadonlyArray<Tag | undefined>>;

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

/** Letters of each bank, `perBank` of them, and (with `alone`) each of its passages once in a plain letter. */
export function lessonsOfBanks(
  banks: readonly Bank[],
  perBank: number,
  rules: Rules,
  seed = 100,
  alone = true,
): SentenceExample[] {
  return banks.flatMap((bank, at) => [
    ...madePapers(bank, perBank, seed + at).flatMap((paper) =>
      examplesOf(pagesFromText(paper.text), paper.tags, rules),
    ),
    ...(alone ? eachAlone(bank, rules) : []),
  ]);
}

function eachAlone(bank: Bank, rules: Rules): SentenceExample[] {
  return [
    ...Object.entries(bank.grounds).flatMap(([reason, grounds]) =>
      grounds.flatMap(({ text, core }) => single(text, { id: reason, quote: core }, rules)),
    ),
    ...bank.mentions.flatMap(({ text }) => single(text, undefined, rules)),
    ...bank.background.flatMap(({ text }) => single(text, undefined, rules)),
  ];
}

const DECIDING: ReadonlySet<string> = new Set(['denial-letter', 'eob', 'prior-authorization', 'correspondence']);

/** The sentences of labelled papers whose grounds are all quoted. Around a ground, what is not quoted is left out. */
export function lessonsOfPapers(papers: readonly Scored[], rules: Rules): SentenceExample[] {
  return papers
    .filter(({ truth }) => DECIDING.has(truth.type) && truth.reasons.every(({ quote }) => quote !== ''))
    .flatMap(({ pages, truth }) =>
      examplesOf(pages, tagsOf(pages, truth.reasons), rules)
        .filter(({ features, label }) => label > 0 || !truth.reasons.some(({ id }) => features.has(`S:${id}`)))
        .map((example) => ({ ...example, weight: example.weight * (example.label > 0 ? WHOLE_PAPER : 1) })),
    );
}

/** A ground in a whole paper teaches more than one of a composed letter: it stands where a writer put it. A paper may say its ground a second time unquoted; such sentences are left out. */
const WHOLE_PAPER = 3;

/** Words on either side of a quote that belong to its passage. */
const AROUND = 45;

function tagsOf(pages: readonly Page[], reasons: Scored['truth']['reasons']): Tags {
  const tags: Array<Array<Tag | undefined>> = pages.map((page) => page.words.map(() => undefined));
  const places = reasons.flatMap(({ id, quote }) =>
    placesOf(pages, quote).map((place) => ({ reason: ReasonId.parse(id), ...place })),
  );
  for (const { reason, at, from, to } of places)
    for (let word = Math.max(0, from - AROUND); word < to + AROUND; word += 1) {
      const row = tags[at];
      if (row !== undefined && word < row.length && row[word] === undefined) row[word] = { reason, role: 'support' };
    }
  for (const { reason, at, from, to } of places)
    for (let word = from; word < to; word += 1) {
      const row = tags[at];
      if (row !== undefined) row[word] = { reason, role: 'core' };
    }
  return tags;
}

/** The passages of each author in the frames of the banks, and each once by itself. */
export function lessonsOfPassages(
  authors: readonly Passages[],
  frames: readonly Bank[],
  perFrame: number,
  rules: Rules,
): SentenceExample[] {
  return authors.flatMap((passages) =>
    frames.flatMap((frame, at) => lessonsOfBanks([inFrame(frame, passages)], perFrame, rules, 300 + at, at === 0)),
  );
}

/** Whole bodies in the frames of the banks; what is not marked in them gives no ground. */
export function lessonsOfBodies(
  bodies: readonly Body[],
  frames: readonly Bank[],
  times: number,
  rules: Rules,
): SentenceExample[] {
  return framedPapers(bodies, frames, times, 7).flatMap((paper) =>
    examplesOf(pagesFromText(paper.text), paper.tags, rules),
  );
}

/** Lines that give no ground, two of them in a plain letter each time. */
export function lessonsOfActs(acts: ReadonlyArray<{ readonly text: string }>, rules: Rules): SentenceExample[] {
  return acts.flatMap(({ text }, at) =>
    single(`${text} ${acts[(at * 7 + 3) % acts.length]?.text ?? ''}`, undefined, rules),
  );
}

/** Where a quote stands; one that runs over a page break in two parts. */
function placesOf(pages: readonly Page[], quote: string): Array<{ at: number; from: number; to: number }> {
  const words = quote.split(/\s+/);
  const half = Math.ceil(words.length / 2);
  const on = (text: string): Array<{ at: number; from: number; to: number }> => {
    for (const [at, page] of pages.entries()) {
      const place = findQuote(page, text);
      if (place !== undefined) return [{ at, ...place }];
    }
    return [];
  };
  const whole = on(quote);
  return whole.length > 0 ? whole : [...on(words.slice(0, half).join(' ')), ...on(words.slice(half).join(' '))];
}

const Sentences = z.object({
  positives: z.record(ReasonId, z.array(z.string())),
  negatives: z.array(z.object({ text: z.string() })).default([]),
});

/** Single sentences, each set in a plain letter of its own. */
export function lessonsOfSentences(rules: Rules): SentenceExample[] {
  return ['reason-sentences.json', 'oblique-sentences.json'].flatMap((file) => {
    const { positives, negatives } = Sentences.parse(JSON.parse(readFileSync(join(FIXTURES, 'letters', file), 'utf8')));
    const said = Object.entries(positives).flatMap(([reason, texts]) =>
      (texts ?? []).flatMap((text) => single(text, { id: reason, quote: text }, rules)),
    );
    return [...said, ...negatives.flatMap(({ text }) => single(text, undefined, rules))];
  });
}

function single(text: string, ground: { id: string; quote: string } | undefined, rules: Rules): SentenceExample[] {
  const pages = pagesFromText(letterAround(text));
  return examplesOf(pages, tagsOf(pages, ground === undefined ? [] : [ground]), rules);
}
