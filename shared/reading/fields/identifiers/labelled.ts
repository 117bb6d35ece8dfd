// The identifier in what stands beside a label.
import { matchesIn } from '../../../text/matches.ts';
import type { Pick } from '../collect.ts';
import type { Labelled } from '../labels.ts';
import { identifierAt } from '../values.ts';
import { isIdentifier, isMedicareContract } from './shape.ts';

/** Fields of which a paper holds one identifier. */
export type IdField = 'member_id' | 'group_number' | 'authorization_number';

/** "Plan and ID": the name of the plan stands before the number. */
const NAME_FIRST = /^(?:plan|insurance|insurer|payer|coverage) (?:and|&) /;

/** The identifier of a field beside its label. */
export function idOf(field: IdField, item: Labelled): Pick | undefined {
  const text = item.piece.text.slice(item.from, item.to);
  const hit =
    (field === 'group_number' ? (localOf(text) ?? lettersOf(item)) : undefined) ??
    identifierAt(text) ??
    (item.tie !== 'blank' &&
    (field === 'group_number' ||
      NAME_FIRST.test(item.label) ||
      /^(?:your|our|the)? ?(?:letter|notice|file)\b/i.test(text))
      ? idWithin(text)
      : undefined) ??
    (field === 'authorization_number' && item.rank === 0 && item.tie === 'colon' ? ofAuth(text) : undefined) ??
    (field === 'group_number'
      ? (mixedId(text) ?? (item.rank === 0 || NAMES_WORD.test(item.label) ? wordId(text) : undefined))
      : undefined);
  if (hit === undefined || !isIdentifier(text, hit)) return undefined;
  if (field === 'member_id' && isMedicareContract(item.label, hit.value)) return undefined;
  if (field === 'member_id' && item.rank >= 2 && hit.value.replace(/\W/g, '').length < 5) return undefined;
  // "Reference 3 of 4", "Request 99213": behind a blank only what looks like an identifier.
  const named =
    field === 'group_number' &&
    (
      localOf(text) ??
      lettersOf(item) ??
      mixedId(text) ??
      (NAMES_WORD.test(item.label) ? wordId(text.trimEnd()) : undefined)
    )?.value === hit.value;
  if (item.tie === 'blank' && !named && hit.value.replace(/\D/g, '').length < 4 && !isWholeCell(text, hit))
    return undefined;
  return { field, value: hit.value, piece: item.piece, from: item.from + hit.from, to: item.from + hit.to };
}

/** "Auth: Larkfield Select EVC-4418072", "Auth: 24 visits, HSA-55-20714": behind who gave it or for how much. */
function ofAuth(text: string): { value: string; from: number; to: number } | undefined {
  const hit = /^(?:\p{Lu}[\p{L}&' ]+|\d{1,3} \p{Ll}+),? (?=[A-Z]{2,5}-[A-Z0-9-]*\d{3})/u.exec(text);
  const id = hit === null ? undefined : identifierAt(text.slice(hit[0].length));
  return hit === null || id === undefined
    ? undefined
    : { value: id.value, from: hit[0].length, to: hit[0].length + id.to };
}

/** "Notch Timber Frames, 10-7742", "KEYSTONE LOOM CO (PA-6630)": the number behind the name. */
function idWithin(text: string): { value: string; from: number; to: number } | undefined {
  for (const hit of matchesIn(text, /(?:,|\(|-|#|\bno\.?|\bnumber|\s)\s*(?=(?:[A-Z]{1,5}-){0,2}[A-Z]{0,5}-?\d)/gi)) {
    const at = hit.index + hit[0].length;
    const id = identifierAt(text.slice(at));
    if (id !== undefined && id.from === 0 && id.value.replace(/\D/g, '').length >= 3)
      return { value: id.value, from: at, to: at + id.to };
  }
  return undefined;
}

/** "LOCAL 881": the group of a union's fund. */
function localOf(text: string): { value: string; from: number; to: number } | undefined {
  const hit = /^LOCAL \d{1,4}(?:-[A-Z])?(?=\s*(?:$|[(,;]))/i.exec(text);
  return hit === null ? undefined : { value: hit[0], from: 0, to: hit[0].length };
}

/** Capitals that are a kind of plan or of firm, or no group at all. */
const NO_LETTERS = /^(?:HSA|HRA|PDP|NA|NONE|IND|INC|LLC|CODES?|NO|YES|ID|OF|AND|THE|FOR|PLAN|TYPE|NAME|SIZE|SELF)$/;

/** "Group:  TQW", "GRP  TQW (Tallow Quay Works)": a group called by two to five letters, alone behind its label. */
function lettersOf(item: Labelled): { value: string; from: number; to: number } | undefined {
  if (
    item.tie === 'below' ||
    /\b(?:bin|pcn)\b/.test(item.piece.lower) ||
    !/^(?:the |your )?(?:group|grp)\b/.test(item.label)
  )
    return undefined;
  const hit = /^[A-Z]{2,5}(?=\s*(?:$|\())/.exec(item.piece.text.slice(item.from, item.to));
  return hit === null || NO_LETTERS.test(hit[0]) ? undefined : { value: hit[0], from: 0, to: hit[0].length };
}

/** Labels of pharmacies, behind which a word alone names the group: "GRP WESTMOOR". */
const NAMES_WORD = /grp|^rx/;

/** A pharmacy group may be letters alone: "CRANEFLY". */
function wordId(text: string): { value: string; from: number; to: number } | undefined {
  const hit = /^[A-Z]{5,12}(?=\s*(?:\(|$))/.exec(text);
  return hit === null ? undefined : { value: hit[0], from: 0, to: hit[0].length };
}

/** Groups are also named: "TIDEMARK-7", "HARBOR02", "MKT-SILVER". */
function mixedId(text: string): { value: string; from: number; to: number } | undefined {
  const hit = /^(?=[A-Z]*[-\d])[A-Z]{2,12}\d{0,4}(?:-[A-Z0-9]{1,10}){0,2}(?=\s*(?:$|[(,;])|\s{2})/.exec(text);
  return hit === null || hit[0].length < 4 ? undefined : { value: hit[0], from: 0, to: hit[0].length };
}

/** "Group LC01" alone in its cell: capitals and digits, nothing behind them. */
function isWholeCell(text: string, hit: { value: string; to: number }): boolean {
  return hit.to === text.trimEnd().length && /^[A-Z]{1,4}[- ]?\d{2,3}$/.test(hit.value);
}
