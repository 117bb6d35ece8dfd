// Where the name of a rule may begin and end otherwise than its form says: with the title behind or before it, with its edition, with the house it is of, or as
// its number alone. All are offered, and what is learnt from whole papers tells which is meant.
import type { Piece } from '../../paper.ts';
import { type Hit, leadOf } from './hits.ts';

/** How a name is cut: as its form says, or how else. */
export type Cut = 'whole' | 'titled' | 'led' | 'edition' | 'the' | 'of' | 'bare';

/** Another cut of a rule's name. */
export interface Recut {
  readonly cut: Cut;
  readonly hit: Hit;
}

const WORD = "\\p{Lu}[\\p{L}'-]*";
const TITLE = `${WORD}(?:(?: | (?:and|of|for|in|the|to|on|with|&|or) |\\/)${WORD}){0,7}`;
/** 'Policy AB-12, "Repair of the Knee"', "Policy AB-12, Repair of the Knee." */
const TITLE_BEHIND = new RegExp(`^(?:,? ?"\\p{Lu}[^".]{3,80}"|(?:,|:| -| –) ${TITLE}(?=[.;:,)]|$| \\())`, 'u');
/** What goes on behind a comma and is no title: the sentence, another rule, a place. */
const NO_TITLE =
  /^\W*(?:You|Your|We|Our|The|This|It|In|On|If|Dr|Mr|Ms|Mrs|And|Section|Article|Part|Chapter|Page|January|February|March|April|May|June|July|August|September|October|November|December)\b/;
/** "Repair of the Knee, AB-12", "Repair of the Knee (AB-12)". */
const TITLE_BEFORE = new RegExp(`(?:^|[^\\p{L}-])((?!(?:The|Our|See|Under) )${TITLE}),? \\(?$`, 'u');
/** "AB-12 (rev. 2025)", "Index, Version 2020", "Criteria, Level 3.7", "Criteria, Acute Care Adult subset". */
const EDITION =
  /^(?:,? \((?:rev\.?|revised|effective|version|v\.) ?[^()]{2,20}\)|,? [Vv]ersion \d{1,4}(?:\.\d{1,4}){0,3}|,? (?:rev\.|revised) \d{4}|,? [Ll]evel \d(?:\.\d)?|(?:, \p{Lu}\p{L}{1,30})?(?: \p{Lu}\p{L}{1,30}){0,3} subset\b)/u;
/** "criterion 2 of AB-12", "Chapter 8 of the State manual". */
const OF_WHAT = /^ of (?:the )?(?:(?:\p{Lu}\p{L}+ ){0,3}(?:\p{Lu}{2,6}-\d{1,4}|[Mm]anual|Act|[Hh]andbook)\b)/u;
/** What may be left out before a number: the house, the document, the word for a rule. */
const BEFORE_NUMBER =
  /^.{0,60}?\b(?:[Pp]olicy|[Gg]uidelines?|[Bb]ulletin|[Bb]rief|[Dd]ocument|[Bb]rochure|[Bb]ooklet|[Hh]andbook|[Cc]ertificate|[Pp]lan|Description|SPD|EOC|Coverage),? (?=(?:[Ss]ection |[Aa]rticle |[Pp]art |[Ii]tem |[Cc]hapter )?\S*\d)/u;
/** What may be left out behind one. */
const BEHIND_NUMBER = / of (?:the|your) .{4,60}$/;
/** Before a title the cut looks at no more characters than these. */
const REACH = 90;

/** The other cuts of a rule's name. */
export function recutsOf(flow: Piece, hit: Hit): Recut[] {
  const before = flow.text.slice(Math.max(0, hit.from - REACH), hit.from);
  const after = flow.text.slice(hit.to, hit.to + REACH);
  const { name } = hit.form;
  const cuts: Array<[Cut, number, number]> = [];
  const add = (cut: Cut, lead: number, tail: number): void => void cuts.push([cut, hit.from - lead, hit.to + tail]);
  const title = TITLE_BEHIND.exec(after)?.[0] ?? '';
  if (title !== '' && name !== 'law' && !NO_TITLE.test(title)) add('titled', 0, title.length);
  const edition = EDITION.exec(after)?.[0] ?? '';
  if (edition !== '') add('edition', 0, edition.length);
  if (/\bThe $/.test(before) && name === 'vendor') add('the', 4, edition.length);
  const of = name === 'provision' ? (OF_WHAT.exec(after)?.[0] ?? '') : '';
  if (of !== '') add('of', 0, of.length);
  if (name === 'code') {
    const titled = TITLE_BEFORE.exec(before)?.[1] ?? '';
    const lead = titled.slice(leadOf(titled + hit.value, hit.form));
    if (lead.includes(' ')) add('led', before.length - before.lastIndexOf(lead), 0);
  }
  const shorter = BEFORE_NUMBER.exec(hit.value)?.[0].length ?? 0;
  const rest = BEHIND_NUMBER.exec(hit.value)?.[0].length ?? 0;
  if (shorter > 0 && name !== 'manual') add('bare', -shorter, 0);
  if (rest > 0 && name === 'provision') add('bare', 0, -rest);
  return cuts.map(([cut, from, to]) => ({ cut, hit: { ...hit, value: flow.text.slice(from, to), from, to } }));
}
