// What the papers and the user say of the care in a case, computed in one go: history, scores, criteria, chronology.
import { crosswalk } from '../../shared/cases/criteria/crosswalk.ts';
import { careHistory } from '../../shared/cases/history/care-history.ts';
import { timelineOf } from '../../shared/cases/timeline/timeline.ts';
import { typedEvents } from '../../shared/cases/timeline/typed-events.ts';
import { letterName } from '../../shared/letters/kinds/names.ts';
import type { Case } from '../../shared/model/case.ts';
import type { CrosswalkRow } from '../../shared/model/criteria.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { CareRecord, Score, Treatment } from '../../shared/model/record.ts';
import { oncePer, oncePerPair } from '../../shared/once-per.ts';
import type { Rules } from '../../shared/rules/schema.ts';

export interface Care {
  readonly treatments: readonly Treatment[];
  readonly scores: readonly Score[];
  readonly rows: readonly CrosswalkRow[];
}

/** History, scores and criteria of a case; worked out once for a case and its papers. */
export function careOf(value: Case, documents: readonly FullDocument[], rules: Rules): Care {
  return careBy(rules)(value, documents);
}

const careBy = oncePer((rules: Rules) =>
  oncePerPair((value: Case, documents: readonly FullDocument[]): Care => {
    const { treatments, scores } = careHistory({ case: value, documents, rules });
    return { treatments, scores, rows: crosswalk({ case: value, documents, rules, treatments, scores }) };
  }),
);

/** The record with its chronology; `earlier` are the cases of the levels before, whose notes belong to it. */
export function careRecord(
  value: Case,
  earlier: readonly Case[],
  documents: readonly FullDocument[],
  rules: Rules,
  care: Care = careOf(value, documents, rules),
): CareRecord {
  const letterNames = (kind: string) => letterName(kind, rules);
  const { treatments, scores } = care;
  const timeline = [
    ...timelineOf({ case: value, documents, treatments, scores, letterNames }),
    ...earlier.flatMap((each) => typedEvents(each, letterNames)),
  ].sort((a, b) => a.on.localeCompare(b.on));
  return { treatments: [...treatments], scores: [...scores], timeline };
}

/** The cases of the levels before, the nearest first; a circle (never made by the app) ends the walk. */
export function earlierCases(value: Case, all: readonly Case[]): Case[] {
  const chain: Case[] = [];
  let at = all.find(({ id }) => id === value.previousCaseId);
  while (at !== undefined && !chain.includes(at) && at.id !== value.id) {
    chain.push(at);
    const before: Case['previousCaseId'] = at.previousCaseId;
    at = all.find(({ id }) => id === before);
  }
  return chain;
}
