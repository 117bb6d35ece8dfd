// Where the window can be, as an address after the hash. Addresses hold ids and numbers only: a browser keeps them in its history.
import type { CaseId, DocumentId, EntryId } from '../../shared/ids.ts';
import { CaseTab } from '../../shared/model/diary.ts';

export type { CaseTab };
export const CASE_TABS = CaseTab.options;

/** Words `from` to `to` (exclusive) of a page, to be marked when it is shown. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

export type Route =
  | { readonly screen: 'papers' }
  | { readonly screen: 'search' }
  | { readonly screen: 'paper'; readonly id: DocumentId; readonly pageNumber: number; readonly mark?: WordRange }
  | { readonly screen: 'cases' }
  | { readonly screen: 'dates' }
  | {
      readonly screen: 'case';
      readonly id: CaseId;
      readonly tab: CaseTab;
      readonly groundId?: string;
      readonly letterId?: EntryId;
    };

/** The address of a place. */
export function hrefOf(route: Route): string {
  switch (route.screen) {
    case 'paper': {
      const mark = route.mark === undefined ? '' : `/${route.mark.from}-${route.mark.to}`;
      return `#/papers/${route.id}/${route.pageNumber}${mark}`;
    }
    case 'case':
      return ['#/cases', route.id, route.tab, route.groundId ?? route.letterId]
        .filter((part) => part !== undefined)
        .join('/');
    default:
      return `#/${route.screen}`;
  }
}

/** Reads an address; anything unknown is the list of papers. */
export function routeOf(hash: string): Route {
  const [screen, id = '', third = '', fourth = ''] = hash.replace(/^#\/?/, '').split('/');
  if (screen === 'papers' && isDocumentId(id)) return paperRoute(id, third, fourth);
  if (screen === 'cases' && isCaseId(id)) {
    const tab = CASE_TABS.find((name) => name === third) ?? 'reasons';
    return {
      screen: 'case',
      id,
      tab,
      ...(/^g_[0-9a-f]+$/.test(fourth) ? { groundId: fourth } : {}),
      ...(isEntryId(fourth) ? { letterId: fourth } : {}),
    };
  }
  return { screen: screen === 'cases' || screen === 'search' || screen === 'dates' ? screen : 'papers' };
}

/** True when the text has the form of a document's id. */
export function isDocumentId(text: string): text is DocumentId {
  return /^d_[0-9a-f]{16,32}$/.test(text);
}

function isEntryId(text: string): text is EntryId {
  return /^n_[0-9a-f]{16,32}$/.test(text);
}

function isCaseId(text: string): text is CaseId {
  return /^c_[0-9a-f]{16,32}$/.test(text);
}

function paperRoute(id: DocumentId, page: string, range: string): Route {
  const pageNumber = /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
  const match = /^(\d{1,7})-(\d{1,7})$/.exec(range);
  if (match === null) return { screen: 'paper', id, pageNumber };
  return { screen: 'paper', id, pageNumber, mark: { from: Number(match[1]), to: Number(match[2]) } };
}
