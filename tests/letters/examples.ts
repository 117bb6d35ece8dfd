// What is learnt from labelled papers: their sentences with what the weights see of them, and the class each belongs to.
import type { loadReadingRules } from '../../electron/core/reading-rules.ts';
import type { Page } from '../../shared/model/page.ts';
import type { ReasonId } from '../../shared/model/vocabulary.ts';
import { paperOf } from '../../shared/reading/paper.ts';
import { compileRules } from '../../shared/reading/patterns.ts';
import { sentencesOf } from '../../shared/reading/sentences.ts';
import type { Spelled } from '../../shared/reading/weigh/encoder/encoder.ts';
import { featuresOf } from '../../shared/reading/weigh/features.ts';
import { looksOf } from '../../shared/reading/weigh/looks.ts';
import { CLASSES } from '../../shared/reading/weigh/model.ts';
import { type Sight, sightOf } from '../../shared/reading/weigh/net.ts';
import { spelledOf } from '../../shared/reading/weigh/second-hearing.ts';
import { zonesOf } from '../../shared/reading/zones.ts';
import type { Tag } from './layout.ts';

/** Something to learn from: its features and the class it belongs to. */
export interface Example {
  readonly features: ReadonlyMap<string, number>;
  readonly label: number;
  readonly weight: number;
}

/** A sentence to learn from, with what the net and the encoder hear of it. */
export interface SentenceExample extends Example {
  readonly sight: Sight;
  readonly spelled: Spelled;
}

type Rules = ReturnType<typeof loadReadingRules>;

/** The sentences of a paper with their classes. Sentences around a ground that do not say it are left out: they may go either way. */
export function examplesOf(
  pages: readonly Page[],
  tags: ReadonlyArray<ReadonlyArray<Tag | undefined>>,
  rules: Rules,
): SentenceExample[] {
  const compiled = compileRules(rules);
  const paper = paperOf(pages);
  const zones = zonesOf(paper, compiled);
  const sentences = sentencesOf(paper);
  const looks = looksOf(paper, sentences, zones, compiled);
  return sentences.flatMap((sentence, index) => {
    const look = looks[index];
    if (look === undefined || look.zone === 'taglines' || sentence.match.length < 8) return [];
    const own = sentence.parts.map(({ token }) => tags[token.page]?.[token.word]);
    const core = reasonOf(own, 'core');
    if (core === undefined && reasonOf(own, 'support') !== undefined) return [];
    const label = core === undefined ? 0 : CLASSES.indexOf(core);
    const spelled = spelledOf(paper, sentences, look, index);
    return [{ features: featuresOf(look), sight: sightOf(look), spelled, label, weight: core === undefined ? 1 : 1.5 }];
  });
}

/** The reason most of whose tagged words stand here; at least four words. */
function reasonOf(tags: ReadonlyArray<Tag | undefined>, role: Tag['role']): ReasonId | undefined {
  const counts = new Map<ReasonId, number>();
  for (const tag of tags) if (tag?.role === role) counts.set(tag.reason, (counts.get(tag.reason) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= Math.min(4, tags.length) ? best[0] : undefined;
}
