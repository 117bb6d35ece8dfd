// Changes to the setup of a packet, as the screen offers them: move, rename, pages, split off, leave out, take back. Pure.
// Each starts from the setup it is given; `listed` is what the screen shows, which may be older when one change follows another quickly.
import type { Exhibit } from '../model/packet.ts';
import { type ExhibitChoice, FrontPart, type PacketSetup, type PageRange } from '../model/packet-setup.ts';
import type { PlannedExhibits } from './exhibits.ts';
import { isWhole, pagesOfRanges, rangesOfPages } from './page-ranges.ts';

/** An exhibit as the list shows it: with the user's choice for it, and how many pages its paper has. */
export interface ListedExhibit {
  readonly exhibit: Exhibit;
  readonly choice: ExhibitChoice;
  readonly paperPages: number;
}

/** All exhibits in the order in which they are shown, those left out among them, each with a choice that brings it about. */
export function listedExhibits(
  { exhibits, excluded, order }: PlannedExhibits,
  setup: PacketSetup,
  paperPages: (documentId: Exhibit['documentId']) => number,
): readonly ListedExhibit[] {
  const byKey = new Map([...exhibits, ...excluded].map((exhibit) => [exhibit.key, exhibit]));
  const chosen = new Map(setup.exhibits.map((choice) => [choice.key, choice]));
  return order.flatMap((key) => {
    const exhibit = byKey.get(key);
    if (exhibit === undefined) return [];
    const { documentId } = exhibit;
    const choice = chosen.get(key) ?? { key, documentId, excluded: false };
    return [{ exhibit, choice, paperPages: paperPages(documentId) }];
  });
}

/** The exhibit moved to `place` (zero-based, among all that are listed). Keeps all others in their order. */
export function movedTo(setup: PacketSetup, listed: readonly ListedExhibit[], key: string, place: number): PacketSetup {
  const choices = choicesNow(setup, listed);
  const moving = choices.find((choice) => choice.key === key);
  if (moving === undefined) return setup;
  const rest = choices.filter((choice) => choice !== moving);
  const next = rest.filter((choice) => isListed(choice, listed))[Math.max(0, place)];
  const at = next === undefined ? rest.length : rest.indexOf(next);
  return { ...setup, exhibits: [...rest.slice(0, at), moving, ...rest.slice(at)] };
}

/** The exhibit moved by so many places, down for a positive number, as far as there are any. */
export function movedBy(setup: PacketSetup, listed: readonly ListedExhibit[], key: string, by: number): PacketSetup {
  const shown = choicesNow(setup, listed).filter((choice) => isListed(choice, listed));
  const at = shown.findIndex((choice) => choice.key === key);
  const place = Math.min(Math.max(0, at + by), shown.length - 1);
  return at < 0 || place === at ? setup : movedTo(setup, listed, key, place);
}

/** The exhibit with the user's own title; an empty one gives the app's title back. */
export function renamed(setup: PacketSetup, listed: readonly ListedExhibit[], key: string, title: string): PacketSetup {
  const own = title.trim();
  return changed(setup, listed, key, ({ title: _, ...choice }) => (own === '' ? choice : { ...choice, title: own }));
}

/** The exhibit left out of the packet, or taken back. */
export function leftOut(
  setup: PacketSetup,
  listed: readonly ListedExhibit[],
  key: string,
  isOut: boolean,
): PacketSetup {
  return changed(setup, listed, key, (choice) => ({ ...choice, excluded: isOut }));
}

/** The exhibit with these pages of its paper; the whole paper when the ranges are all of it, in order. */
export function withRanges(
  setup: PacketSetup,
  listed: readonly ListedExhibit[],
  key: string,
  ranges: readonly PageRange[],
): PacketSetup {
  return changed(setup, listed, key, ({ ranges: _, ...choice }, { paperPages }) => {
    const pages = pagesOfRanges(ranges, everyPage(paperPages));
    return isWhole(pages, paperPages) ? choice : { ...choice, ranges: [...ranges] };
  });
}

/**
 * A further exhibit, right behind, made of these pages of an exhibit, which keeps the rest. Nothing changes when one of the two would
 * have no page.
 */
export function splitOff(
  setup: PacketSetup,
  listed: readonly ListedExhibit[],
  key: string,
  ranges: readonly PageRange[],
): PacketSetup {
  const from = listed.find(({ exhibit }) => exhibit.key === key);
  const choices = choicesNow(setup, listed);
  const at = choices.findIndex((choice) => choice.key === key);
  const choice = choices[at];
  if (from === undefined || choice === undefined) return setup;
  const pages = pagesNow(choice, from);
  const taken = pagesOfRanges(ranges, pages);
  const kept = pages.filter((page) => !taken.includes(page));
  if (taken.length === 0 || kept.length === 0) return setup;
  const { documentId } = from.exhibit;
  const part: ExhibitChoice = {
    key: freeKey(documentId, setup, listed),
    documentId,
    ranges: [...rangesOfPages(taken)],
    excluded: choice.excluded,
  };
  const rest: ExhibitChoice = { ...choice, ranges: [...rangesOfPages(kept)] };
  return { ...setup, exhibits: [...choices.slice(0, at), rest, part, ...choices.slice(at + 1)] };
}

/** The exhibit's pages given back to the first other exhibit of the same paper, and itself gone: the inverse of splitting off. */
export function joinedBack(setup: PacketSetup, listed: readonly ListedExhibit[], key: string): PacketSetup {
  const choices = choicesNow(setup, listed);
  const part = choices.find((choice) => choice.key === key);
  const home = choices.find((choice) => choice.key !== key && choice.documentId === part?.documentId);
  const listedOf = (choice: ExhibitChoice | undefined) => listed.find(({ exhibit }) => exhibit.key === choice?.key);
  const [shownPart, shownHome] = [listedOf(part), listedOf(home)];
  if (part === undefined || home === undefined || shownPart === undefined || shownHome === undefined) return setup;
  const pages = [...pagesNow(home, shownHome), ...pagesNow(part, shownPart)].toSorted((a, b) => a - b);
  const without = { ...setup, exhibits: choices.filter((choice) => choice !== part) };
  const others = listed.filter((each) => each !== shownPart);
  return withRanges(without, others, home.key, rangesOfPages(pages));
}

/**
 * The exhibits in the order of their papers, parts of one paper by their pages; titles, pages and what was left out stay. Without any of
 * those nothing is chosen any more, so papers that are added later find their place too. `papers` is the wanted order.
 */
export function inUsualOrder(
  choices: readonly ExhibitChoice[],
  papers: readonly Exhibit['documentId'][],
): ExhibitChoice[] {
  const isPlain = ({ title, ranges, excluded }: ExhibitChoice) =>
    title === undefined && ranges === undefined && !excluded;
  if (choices.every(isPlain)) return [];
  const chosen = new Set(choices.map(({ documentId }) => documentId));
  const rest = papers
    .filter((id) => !chosen.has(id))
    .map((documentId): ExhibitChoice => ({ key: documentId, documentId, excluded: false }));
  const place = ({ documentId }: ExhibitChoice) => {
    const at = papers.indexOf(documentId);
    return at < 0 ? papers.length : at;
  };
  const first = ({ ranges }: ExhibitChoice) => Math.min(...(ranges ?? []).map(({ from }) => from));
  return [...choices, ...rest].toSorted((a, b) => place(a) - place(b) || Math.sign(first(a) - first(b)) || 0);
}

/** The setup as it may be stored: every part and key once, no control characters, ranges that run forwards. Doing it twice changes nothing. */
export function tidySetup(setup: PacketSetup): PacketSetup {
  const seen = new Set<string>();
  const exhibits = setup.exhibits.filter(({ key, documentId }) => {
    const isOwn =
      key === documentId || (key.startsWith(`${documentId}#`) && /^#\d{1,3}$/.test(key.slice(documentId.length)));
    if (!isOwn || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const parts = setup.parts.filter(
    (part, index) => FrontPart.options.includes(part) && setup.parts.indexOf(part) === index,
  );
  return {
    ...setup,
    parts,
    stamping: { ...setup.stamping, prefix: plain(setup.stamping.prefix).trimStart() },
    marks: { ...setup.marks, confidentiality: plain(setup.marks.confidentiality).trim() },
    exhibits: exhibits.map(tidyChoice),
  };
}

function tidyChoice({ title, ranges, ...choice }: ExhibitChoice): ExhibitChoice {
  const own = title === undefined ? '' : plain(title).trim();
  return {
    ...choice,
    ...(ranges !== undefined && {
      ranges: ranges.map(({ from, to }) => ({ from: Math.min(from, to), to: Math.max(from, to) })),
    }),
    ...(own !== '' && { title: own }),
  };
}

/** One line: control characters and line ends would break a stamp or a bookmark. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

function changed(
  setup: PacketSetup,
  listed: readonly ListedExhibit[],
  key: string,
  change: (choice: ExhibitChoice, listed: ListedExhibit) => ExhibitChoice,
): PacketSetup {
  const shown = listed.find(({ choice }) => choice.key === key);
  const choices = choicesNow(setup, listed);
  if (shown === undefined || !choices.some((choice) => choice.key === key)) return setup;
  return {
    ...setup,
    exhibits: choices.map((choice) => (choice.key === key ? change(choice, shown) : choice)),
  };
}

/** All choices in their order. Papers nobody has chosen anything for follow as they are listed; parts of a paper exist only as long as they are chosen. */
function choicesNow(setup: PacketSetup, listed: readonly ListedExhibit[]): readonly ExhibitChoice[] {
  const chosen = new Set(setup.exhibits.map(({ key }) => key));
  const rest = listed
    .map(({ choice }) => choice)
    .filter(({ key, documentId }) => key === documentId && !chosen.has(key));
  return [...setup.exhibits, ...rest];
}

function isListed(choice: ExhibitChoice, listed: readonly ListedExhibit[]): boolean {
  return listed.some(({ exhibit }) => exhibit.key === choice.key);
}

/** The pages of an exhibit: as planned, unless others were chosen since. */
function pagesNow(choice: ExhibitChoice, { exhibit, choice: shown, paperPages }: ListedExhibit): readonly number[] {
  if (JSON.stringify(choice.ranges) === JSON.stringify(shown.ranges)) return exhibit.pages;
  const all = everyPage(paperPages);
  return choice.ranges === undefined ? all : pagesOfRanges(choice.ranges, all);
}

function freeKey(documentId: string, setup: PacketSetup, listed: readonly ListedExhibit[]): string {
  const used = new Set([...setup.exhibits, ...listed.map(({ choice }) => choice)].map(({ key }) => key));
  for (let number = 2; ; number += 1) if (!used.has(`${documentId}#${number}`)) return `${documentId}#${number}`;
}

function everyPage(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
