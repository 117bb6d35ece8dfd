// Where the name of a rule may begin and end otherwise than its form says: with the title behind or before it, with its edition, its paragraphs, the house or the
// document it is of, or as its number alone. All are offered, and what is learnt from whole papers tells which is meant.
import type { Piece } from '../../paper.ts';
import { EDITION_OF_GUIDE } from './forms.ts';
import { type Hit, leadOf } from './hits.ts';
import { stretchesOf } from './stretches.ts';

/** How a name is cut: as its form says, or how else. */
export type Cut =
  | 'whole'
  | 'titled'
  | 'led'
  | 'edition'
  | 'the'
  | 'of'
  | 'bare'
  | 'steps'
  | 'tail'
  | 'house'
  | 'bracket'
  | 'stated';

/** Another cut of a rule's name. */
export interface Recut {
  readonly cut: Cut;
  readonly hit: Hit;
}

const WORD = "\\p{Lu}[\\p{L}'-]*";
const TITLE = `${WORD}(?:(?: | (?:and|of|for|in|the|to|on|with|&|or) |\\/)${WORD}){0,7}`;
/** 'Policy AB-12, "Repair of the Knee"', "Policy AB-12, Repair of the Knee.", "Policy AB-12 (Surgical Packages)". */
const TITLE_BEHIND = new RegExp(
  `^(?:,? ?"\\p{Lu}[^".]{3,80}"|(?:,|:| -| –) ${TITLE}(?=[.;:,)]|$| \\()| \\((?!\\p{L}+ \\d)${TITLE}\\))`,
  'u',
);
/** What goes on behind a comma and is no title: the sentence, another rule, a place. */
const NO_TITLE =
  /^\W*(?:You|Your|We|Our|The|This|It|In|On|If|Dr|Mr|Ms|Mrs|And|Section|Article|Part|Chapter|Page|January|February|March|April|May|June|July|August|September|October|November|December)\b/;
/** "Repair of the Knee, AB-12", "Repair of the Knee (AB-12)". */
const TITLE_BEFORE = new RegExp(`(?:^|[^\\p{L}-])((?!(?:The|Our|See|Under) )${TITLE}),? \\(?$`, 'u');
/** "AB-12 (rev. 2025)", "Index, Version 2020", "Criteria, Level 3.7", "Criteria, Acute Care Adult subset". */
const EDITION =
  /^(?:,? \((?:rev\.?|revised|effective|version|v\.) ?[^()]{2,20}\)|,? [Vv]ersion \d{1,4}(?:\.\d{1,4}){0,3}|,? (?:rev\.|revised) \d{4}|,? [Ll]evel \d(?:\.\d)?|(?:, \p{Lu}\p{L}{1,30})?(?: \p{Lu}\p{L}{1,30}){0,3} subset\b)/u;
const GUIDE_EDITION = new RegExp(`^${EDITION_OF_GUIDE}`, 'u');
/** "criterion 2 of AB-12", "Chapter 8 of the State manual". */
const OF_WHAT = /^ of (?:the )?(?:(?:\p{Lu}\p{L}+ ){0,3}(?:\p{Lu}{2,6}-\d{1,4}|[Mm]anual|Act|[Hh]andbook)\b)/u;
/** What goes on with a rule: ", item 9", " and (5)", ", ¶ 10.4", ", sections 4.2 and 4.5", " TABLE B". */
const STEPS =
  /^(?:,? (?:and )?(?:¶¶?|§§?|[Pp]aragraph|[Pp]ara\.|[Ii]tem|[Ll]ine|[Ss]ections?|[Ss]ec\.|[Pp]art|[Ll]evel|[Pp]age|[Tt]able|TABLE|[Ss]ubset|[Cc]hapter|[Ll]etter|[Nn]o\.) ?(?:\(\w{1,3}\)|\d(?:[\w.-]*\w)?|[A-Z](?:-?\d+)?|[a-z])(?![\w-])(?:\(\w{1,3}\))*(?: (?:and|to) \d[\w.]*\w)?|,? and (?:\(\w{1,3}\))+|,? and \d+\.\d[\w.]*\w){1,3}/u;
/** What may be left out before a number: the house, the document, the word for a rule. */
const BEFORE_NUMBER =
  /^.{0,60}?\b(?:[Pp]olicy|[Gg]uidelines?|[Bb]ulletin|[Bb]rief|[Dd]ocument|[Bb]rochure|[Bb]ooklet|[Hh]andbook|[Cc]ertificate|[Pp]lan|Description|SPD|EOC|Coverage),? (?=(?:[Ss]ection |[Aa]rticle |[Pp]art |[Ii]tem |[Cc]hapter )?\S*\d)/u;
/** What may be left out behind one. */
const BEHIND_NUMBER = / of (?:the|your) .{4,60}$/;
/** Before a title the cut looks at no more characters than these. */
const REACH = 90;

/** The document a provision stands in, or the title of the rule it is part of: "Level of Care Guide, ", "the brochure, ", "Criteria (2026), ". */
const DOCUMENT_BEFORE = new RegExp(
  `(?:^|[^\\p{L}-])((?!(?:The|Our|Your|See|Under|In) )(?:(?:${TITLE})(?: \\d{4})?|\\p{Lu}[\\p{L}' ]{2,50}[Mm]anual|[Bb]rochure|[Hh]andbook|[Bb]ooklet|[Cc]ertificate|[Cc]ontract|[Pp]olicy|[Pp]age \\d+)(?:,? \\((?:20\\d\\d|RI [\\d-]+)\\)|, 20\\d\\d)?),? $`,
  'u',
);
/** A house or a kind of paper before a rule's name: "GHV Surgical Standard 4", "laboratory policy AB-9". */
const HOUSE_BEFORE =
  /(?:^| )(\p{Lu}{2,6}|[Pp]lan medical|(?:[a-z]{4,14} )?(?:laboratory|pharmacy|carrier|drug|medical|dental|payment|coverage|transport)) $/u;
/** Forms whose names go on with an edition and a title in whatever order. */
const GUIDES: ReadonlySet<Hit['form']['name']> = new Set(['guide', 'vendor']);

/** The other cuts of a rule's name. */
export function recutsOf(flow: Piece, hit: Hit): Recut[] {
  const before = flow.text.slice(Math.max(0, hit.from - REACH), hit.from);
  const after = flow.text.slice(hit.to, hit.to + REACH);
  const { name } = hit.form;
  const cuts: Array<[Cut, number, number]> = [];
  const add = (cut: Cut, lead: number, tail: number): void => void cuts.push([cut, hit.from - lead, hit.to + tail]);
  const title = titleIn(after, name);
  if (title !== '') add('titled', 0, title.length);
  const edition = editionIn(after, name);
  if (edition !== '') add('edition', 0, edition.length);
  if (/\bThe $/.test(before) && name === 'vendor') add('the', 4, edition.length);
  const steps = name === 'provision' || name === 'guide' ? (STEPS.exec(after)?.[0] ?? '') : '';
  if (steps !== '') add('steps', 0, steps.length);
  if (GUIDES.has(name)) add('tail', 0, tailIn(after, name));
  const of = name === 'provision' ? (OF_WHAT.exec(after)?.[0] ?? '') : '';
  if (of !== '') add('of', 0, of.length);
  if (name === 'code') {
    const titled = TITLE_BEFORE.exec(before)?.[1] ?? '';
    const lead = titled.slice(leadOf(titled + hit.value, hit.form));
    if (lead.includes(' ')) add('led', before.length - before.lastIndexOf(lead), 0);
  }
  if (name === 'provision') {
    const document = DOCUMENT_BEFORE.exec(before)?.[1] ?? '';
    if (document !== '') add('led', before.length - before.lastIndexOf(document), 0);
  }
  const house = HOUSE_BEFORE.exec(before)?.[1] ?? '';
  if (house !== '' && (name === 'policy' || name === 'guide')) add('house', house.length + 1, 0);
  const shorter = BEFORE_NUMBER.exec(hit.value)?.[0].length ?? 0;
  const rest = BEHIND_NUMBER.exec(hit.value)?.[0].length ?? 0;
  if (shorter > 0 && name !== 'manual') add('bare', -shorter, 0);
  if (rest > 0 && name === 'provision') add('bare', 0, -rest);
  for (const { cut, from, to } of stretchesOf(flow, hit)) cuts.push([cut, from, to]);
  return unlike(
    hit,
    cuts.map(([cut, from, to]) => ({ cut, hit: { ...hit, value: flow.text.slice(from, to), from, to } })),
  );
}

function editionIn(after: string, name: Hit['form']['name']): string {
  const edition = EDITION.exec(after)?.[0] ?? '';
  return edition === '' && GUIDES.has(name) ? (GUIDE_EDITION.exec(after)?.[0] ?? '') : edition;
}

function titleIn(after: string, name: Hit['form']['name']): string {
  const title = TITLE_BEHIND.exec(after)?.[0] ?? '';
  return name === 'law' || NO_TITLE.test(title) ? '' : title;
}

/** Characters of all that belongs to the name behind it: title, edition and steps, in whatever order. */
function tailIn(after: string, name: Hit['form']['name']): number {
  let to = 0;
  for (let part = 0; part < 3; part += 1) {
    const rest = after.slice(to);
    const more = editionIn(rest, name) || STEPS.exec(rest)?.[0] || titleIn(rest, name);
    if (more === '') break;
    to += more.length;
  }
  return to;
}

/** The cuts whose text is not that of the rule or of a cut before it. */
function unlike(hit: Hit, recuts: readonly Recut[]): Recut[] {
  return recuts.filter(
    ({ hit: { from, to } }, at) =>
      (from !== hit.from || to !== hit.to) &&
      recuts.findIndex((other) => other.hit.from === from && other.hit.to === to) === at,
  );
}
