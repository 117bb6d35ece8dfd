// What the denied service is called: by the facts of the case, the codes and words of the denial, and the packs that know its names.
import type { Case } from '../../model/case.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Rules } from '../../rules/schema.ts';
import { denialWords } from '../services/denial-words.ts';
import { fittingPacks } from '../services/packs.ts';
import { contentStems, phraseAt, stemsOf } from '../stems.ts';
import type { Group } from './groups.ts';

export interface ServiceTopic {
  /** Names of the service, as stems. */
  readonly names: readonly (readonly string[])[];
  /** Names of other services of the same policies: nasal esketamine beside ketamine by vein. */
  readonly others: readonly (readonly string[])[];
  /** What the denial speaks of, with how often. */
  readonly words: ReadonlyMap<string, number>;
  /** The denial is about going on with a treatment. */
  readonly renewal: boolean;
}

/** What the service of the case is called. */
export function serviceTopic(value: Case, documents: readonly FullDocument[], rules: Rules): ServiceTopic {
  const denial = documents.find(({ document }) => document.id === value.denialDocumentId);
  const argued = denial === undefined ? '' : denialWords(denial, true);
  const service = value.facts.service.value ?? '';
  const packs = fittingPacks(value, documents, rules);
  const variants = packs.flatMap(({ pack, variant }) =>
    pack.variants.map((each) => ({ each, own: each.id === variant })),
  );
  const ownNames = variants.filter(({ own }) => own).flatMap(({ each }) => each.words);
  const rivals = packs
    .filter(({ variant }) => variant !== undefined)
    .flatMap(({ pack, variant }) => pack.variants.filter((each) => each.id !== variant).flatMap((each) => each.words));
  return {
    names: [service, ...ownNames].map(stemsOf).filter((name) => name.length > 0),
    others: rivals.map(stemsOf),
    words: counted([...contentStems(argued), ...contentStems(service), ...contentStems(service)]),
    renewal: /\b(continu(?:ed|ation)|renewal|re-?authori[sz]|maintenance)\b/i.test(`${service} ${argued}`),
  };
}

function counted(stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** How much the place in a list counts: its own heading, the words that lead in, outer headings, items. */
const WEIGHTS = { heading: 2, lead: 1.5, outer: 1, items: 0.5 };
const NAME = 4;

/**
 * How far each list speaks of the service. Words that stand in every list tell nothing, unless there is one list only or `everywhere` is
 * set. A list that names another service in its heading falls below zero.
 */
export function topicScores(
  groups: readonly Group[],
  topic: ServiceTopic,
  { everywhere = groups.length === 1 }: { readonly everywhere?: boolean } = {},
): number[] {
  const texts = groups.map((group) => ({
    heading: stemsOf(group.headings.at(-1) ?? ''),
    lead: stemsOf(group.lead),
    outer: group.headings.slice(0, -1).flatMap(stemsOf),
    items: group.items.flatMap((item) => stemsOf(item.text)),
  }));
  const whole = texts.map((text) => new Set([...text.heading, ...text.lead, ...text.outer, ...text.items]));
  const telling = (stem: string) => everywhere || !whole.every((stems) => stems.has(stem));
  const places = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
  return texts.map((text) => {
    const weigh = (names: readonly (readonly string[])[]) =>
      places.reduce((sum, place) => {
        const named = names.some((name) => phraseAt(text[place], name) >= 0 && name.some(telling));
        return sum + (named ? NAME * WEIGHTS[place] : 0);
      }, 0);
    const shared = places.reduce((sum, place) => {
      const stems = [...new Set(text[place])].filter(telling);
      return sum + WEIGHTS[place] * stems.reduce((all, stem) => all + Math.min(2, topic.words.get(stem) ?? 0), 0) * 0.5;
    }, 0);
    const outer = { heading: text.heading, lead: text.lead };
    const foreign = topic.others.some((name) =>
      [outer.heading, outer.lead].some((stems) => phraseAt(stems, name) >= 0),
    );
    const own = weigh(topic.names);
    return own + shared - (foreign && own < NAME * WEIGHTS.heading ? 100 : 0);
  });
}
