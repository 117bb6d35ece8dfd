// What redactions are called in the window, and new ones made there.
import type { RedactablePage } from '../../../../shared/contract/redactions.ts';
import { EntryId } from '../../../../shared/ids.ts';
import type { Redaction } from '../../../../shared/model/redaction.ts';
import { WHY_WORDS } from '../../../../shared/packet/redaction/report.ts';

/** “Exhibit B, page 3” */
export function pageName({ label, place }: Pick<RedactablePage, 'label' | 'place'>): string {
  return `Exhibit ${label}, page ${place}`;
}

/** The reasons to choose from. */
export const WHY_CHOICES = Object.entries(WHY_WORDS).map(([value, label]) => ({ value, label }));

/** The page among those of the exhibits; the first one, where a paper stands in two. */
export function pageAt(
  pages: readonly RedactablePage[],
  place: { readonly documentId?: string | undefined; readonly pageNumber?: number | undefined },
): number {
  return pages.findIndex((page) => page.documentId === place.documentId && page.pageNumber === place.pageNumber);
}

/** A redaction of the user's, with a fresh id. */
export function newRedaction(
  parts: Omit<Redaction, 'id' | 'state'> & { readonly state?: Redaction['state'] },
): Redaction {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { state: 'applied', ...parts, id: EntryId.parse(`n_${hex}`) };
}

/** A short mark that changes with the boxes of a page: a picture drawn with other boxes has another address. */
export function stateOf(redactions: readonly Redaction[]): string {
  let hash = 2166136261;
  for (const character of JSON.stringify(redactions.map(({ boxes }) => boxes)))
    hash = Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0;
  return hash.toString(36);
}
