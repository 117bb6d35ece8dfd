// The same score read at several places becomes one.
import { ScaleId, type Score } from '../../model/record.ts';
import type { ScoreDraft } from './scores.ts';

/** The scores of all papers, each once: by scale, then in order of time, those without a day last. */
export function mergedScores(drafts: readonly ScoreDraft[]): Score[] {
  const groups: ScoreDraft[][] = [];
  const exactFirst = [...drafts].sort((a, b) => (b.on?.length ?? 0) - (a.on?.length ?? 0));
  for (const draft of exactFirst) {
    const group = groups.find((each) => isSame(each[0]!, draft));
    if (group === undefined) groups.push([draft]);
    else group.push(draft);
  }
  const order = new Map(drafts.map((draft, at) => [draft, at]));
  const scores = groups.map((group) => scoreOf(group, order));
  return scores.sort(
    (a, b) =>
      ScaleId.options.indexOf(a.scale) - ScaleId.options.indexOf(b.scale) ||
      (a.on ?? '9999').localeCompare(b.on ?? '9999') ||
      a.id.localeCompare(b.id),
  );
}

/** Same scale and value on the same day, as far as the days are known. */
function isSame(exact: ScoreDraft, draft: ScoreDraft): boolean {
  if (exact.scale !== draft.scale || exact.value !== draft.value) return false;
  return draft.on === undefined || (exact.on ?? '').startsWith(draft.on);
}

function scoreOf(group: readonly ScoreDraft[], order: ReadonlyMap<ScoreDraft, number>): Score {
  const best = group[0]!;
  const first = [...group].sort((a, b) => order.get(a)! - order.get(b)!)[0]!;
  const moment = group.find((draft) => draft.moment !== undefined)?.moment;
  const places = new Set<string>();
  const also = group.slice(1).flatMap(({ source }) => {
    const place = `${source.documentId}/${source.proof.pageNumber}/${source.proof.from}/${source.proof.to}`;
    if (places.has(place)) return [];
    places.add(place);
    return [source];
  });
  const { documentId, proof } = first.source;
  return {
    id: `s/${documentId}/${proof.pageNumber}/${first.word}/${first.scale}/${first.value}`.slice(0, 120),
    scale: best.scale,
    value: best.value,
    ...(best.on !== undefined && { on: best.on }),
    ...(moment !== undefined && { moment }),
    source: best.source,
    also,
    byUser: false,
  };
}
