// Where the window can be, as an address after the hash. Addresses hold ids and numbers only: a browser keeps them in its history.
import type { CaseId, DocumentId, EntryId } from '../../shared/ids.ts';
import { CaseTab } from '../../shared/model/diary.ts';

export type { CaseTab };
export const CASE_TABS = CaseTab.options;

/** Screens whose address is their name alone. */
const LISTS = ['papers', 'search', 'cases', 'dates', 'vault'] as const;

/** The parts of the packet's screen. */
export const PACKET_PARTS = ['setup', 'preview', 'redactions', 'versions', 'review'] as const;
export type PacketPart = (typeof PACKET_PARTS)[number];

/** Words `from` to `to` (exclusive) of a page, to be marked when it is shown. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** A page of a paper. */
export interface PaperPlace {
  readonly id: DocumentId;
  readonly pageNumber: number;
}

/** A page of a paper with words to mark, and the page of another one beside it. */
export interface PaperRoute extends PaperPlace {
  readonly screen: 'paper';
  readonly mark?: WordRange;
  readonly beside?: PaperPlace;
}

export type Route =
  | { readonly screen: 'papers' }
  | { readonly screen: 'search' }
  | PaperRoute
  | { readonly screen: 'cases' }
  | { readonly screen: 'dates' }
  | { readonly screen: 'vault' }
  | {
      readonly screen: 'case';
      readonly id: CaseId;
      readonly tab: CaseTab;
      readonly groundId?: string;
      readonly letterId?: EntryId;
      /** Of the packet's screen; set up when missing. */
      readonly part?: PacketPart;
      /** The exhibit to look at there. */
      readonly exhibitKey?: string;
    };

/** The address of a place. */
export function hrefOf(route: Route): string {
  switch (route.screen) {
    case 'paper': {
      const mark = route.mark === undefined ? '' : `/${route.mark.from}-${route.mark.to}`;
      const beside = route.beside === undefined ? '' : `/beside/${route.beside.id}/${route.beside.pageNumber}`;
      return `#/papers/${route.id}/${route.pageNumber}${mark}${beside}`;
    }
    case 'case':
      return ['#/cases', route.id, route.tab, route.groundId ?? route.letterId ?? route.part, exhibitAddress(route)]
        .filter((part) => part !== undefined)
        .join('/');
    default:
      return `#/${route.screen}`;
  }
}

/** Reads an address; anything unknown is the list of papers. */
export function routeOf(hash: string): Route {
  const parts = hash.replace(/^#\/?/, '').split('/');
  const [screen, id = '', third = '', fourth = '', fifth = ''] = parts;
  if (screen === 'papers' && isDocumentId(id)) return paperRoute(id, parts.slice(2));
  if (screen === 'cases' && isCaseId(id)) {
    const tab = CASE_TABS.find((name) => name === third) ?? 'reasons';
    return {
      screen: 'case',
      id,
      tab,
      ...(/^g_[0-9a-f]+$/.test(fourth) ? { groundId: fourth } : {}),
      ...(isEntryId(fourth) ? { letterId: fourth } : {}),
      ...(tab === 'packet' ? packetPlace(fourth, fifth) : {}),
    };
  }
  return { screen: LISTS.find((name) => name === screen) ?? 'papers' };
}

/** A further exhibit of a paper is named with a full stop: the mark of its key has a meaning of its own in addresses. */
function exhibitAddress({ part, exhibitKey }: Extract<Route, { screen: 'case' }>): string | undefined {
  return part === undefined ? undefined : exhibitKey?.replace('#', '.');
}

function packetPlace(fourth: string, fifth: string): Pick<Extract<Route, { screen: 'case' }>, 'part' | 'exhibitKey'> {
  const part = PACKET_PARTS.find((name) => name === fourth);
  if (part === undefined) return {};
  return /^d_[0-9a-f]{16,32}(?:\.\d{1,3})?$/.test(fifth) ? { part, exhibitKey: fifth.replace('.', '#') } : { part };
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

function paperRoute(id: DocumentId, parts: readonly string[]): PaperRoute {
  const at = parts.indexOf('beside');
  const [page, range = ''] = at < 0 ? parts : parts.slice(0, at);
  const match = /^(\d{1,7})-(\d{1,7})$/.exec(range);
  const [besideId = '', besidePage] = at < 0 ? [] : parts.slice(at + 1);
  return {
    screen: 'paper',
    id,
    pageNumber: pageNumberOf(page),
    ...(match !== null && { mark: { from: Number(match[1]), to: Number(match[2]) } }),
    ...(isDocumentId(besideId) && { beside: { id: besideId, pageNumber: pageNumberOf(besidePage) } }),
  };
}

function pageNumberOf(text = ''): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
