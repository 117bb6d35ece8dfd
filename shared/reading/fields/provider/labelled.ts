// Providers that stand beside a label, with the rank of the label.
import type { Candidate } from '../collect.ts';
import { CREDENTIAL, HOUSE, organisationOf } from '../houses.ts';
import { labelled } from '../labels.ts';
import type { Sheet } from '../sheet.ts';

/** The rank of the labels for attending physicians, behind those for facilities. */
export const ATTENDING = 4;

/** A provider beside a label; `rank` is that of the label. */
interface Named {
  readonly rank: number;
  readonly candidate: Candidate;
}

/** The providers beside labels, by the rank of their labels. */
export function labelledProviders(sheet: Sheet): Named[] {
  return labelled(
    sheet,
    sheet.labels.byField.provider,
    (zone, line) => zone !== 'taglines' && zone !== 'legend' && zone !== 'rights' && line.page <= 1,
  ).flatMap((item) => {
    const value = organisationOf(item);
    if (value === undefined) return [];
    // A chart is its clinician's; an attending physician of a hospital and hospitals of the history are not meant.
    if (sheet.kind === 'medical-record' && (item.rank === 3 || item.rank === ATTENDING)) return [];
    if (item.tie === 'below' && isTable(sheet, item.line + 1)) return [];
    // "From: February 9", "With: kind regards": the widest labels need a house or a clinician beside them.
    if (
      /^(?:from|with|where|to|your care|office|by)\b/.test(item.label) &&
      !HOUSE.test(String(value.value)) &&
      !CREDENTIAL.test(String(value.value)) &&
      sheet.kind !== 'correspondence'
    )
      return [];
    const why = `stands beside "${item.label.replace(/[:.]+$/, '')}"`;
    return [{ rank: item.rank, candidate: { ...value, confidence: 0.9, why, isFollowed: FOLLOWED.test(item.label) } }];
  });
}

/** Labels that leave no doubt who is meant. */
const FOLLOWED = /\b(?:provider|order\w*|prescri\w*)\b/;

function isTable(sheet: Sheet, index: number): boolean {
  return [index, index + 1, index + 2].some((at) => sheet.zones[at] === 'table');
}

/** The letters of a name alone, to tell whether two labels name the same provider. */
export function lettersOf(item: Named): string {
  return String(item.candidate.value)
    .toLowerCase()
    .replace(/[^a-z]+/g, '');
}
