// Codes of claims and statements in plain words.
import type { ReasonId } from '../model/vocabulary.ts';
import type { ReadingRules } from '../reading/rules.ts';
import type { CodeMeanings } from './notice-schema.ts';

/** The lists a code can come from; `place` is the place of service. */
export type CodeSystem = 'group' | 'carc' | 'rarc' | 'cpt_hcpcs' | 'icd10' | 'place';

/** Where the meanings stand: adjustment and remark codes in the reading rules, all others in `code-meanings.json`. */
export interface CodeTables {
  readonly codes: Pick<ReadingRules['codes'], 'carc' | 'rarc'>;
  readonly meanings: CodeMeanings;
}

export interface DecodedCode {
  /** The code as the lists write it. */
  readonly code: string;
  readonly meaning: string;
  /** The reason it stands for, when it stands for one. */
  readonly reason?: ReasonId;
  /** The group printed with an adjustment code: who bears the amount. */
  readonly group?: { readonly code: string; readonly meaning: string; readonly pays: string };
  /** True when only the family of a diagnosis is known. */
  readonly family?: true;
  readonly trust: 'verified' | 'to-be-verified';
}

/**
 * What a code means, in our own words; undefined when it is not known. Spaces, case and leading zeros do not matter, an adjustment code
 * may carry its group (`CO-197`), a procedure its modifier (`99213-25`).
 */
export function decode(system: CodeSystem, code: string, tables: CodeTables): DecodedCode | undefined {
  const written = code.trim().toUpperCase().replace(/\s+/g, '');
  switch (system) {
    case 'group':
      return plain(written, tables.meanings.groups);
    case 'carc':
      return decodeAdjustment(written, tables);
    case 'rarc': {
      const entry = own(tables.codes.rarc, written);
      return entry && { code: written, ...withReason(entry), trust: 'verified' };
    }
    case 'cpt_hcpcs':
      return plain(written.replace(/-.*$/, ''), tables.meanings.cptHcpcs);
    case 'icd10':
      return decodeDiagnosis(written, tables.meanings);
    case 'place':
      return plain(written.padStart(2, '0'), tables.meanings.places);
  }
}

function decodeAdjustment(written: string, { codes, meanings }: CodeTables): DecodedCode | undefined {
  const parts = /^(?:(CO|PR|OA|PI|CR)-?)?0*([A-Z]?\d{1,3})$/.exec(written);
  const number = parts?.[2];
  if (number === undefined) return undefined;
  const known = own(codes.carc, number);
  const entry =
    known === undefined ? plain(number, meanings.carc) : { ...withReason(known), trust: 'verified' as const };
  const group = parts?.[1] === undefined ? undefined : own(meanings.groups, parts[1]);
  if (entry === undefined) return undefined;
  return {
    ...entry,
    code: number,
    ...(group !== undefined && { group: { code: parts![1]!, meaning: group.meaning, pays: group.pays } }),
  };
}

/** The diagnosis itself, else its family: `G90.522` by `G90.52`. */
function decodeDiagnosis(written: string, { icd10 }: CodeMeanings): DecodedCode | undefined {
  const dotted = written.includes('.') || written.length <= 3 ? written : `${written.slice(0, 3)}.${written.slice(3)}`;
  if (!/^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/.test(dotted)) return undefined;
  for (let length = dotted.length; length >= 3; length -= 1) {
    const entry = own(icd10, dotted.slice(0, length));
    if (entry === undefined) continue;
    const found = { code: dotted, meaning: entry.meaning, trust: entry.trust };
    return length === dotted.length ? found : { ...found, family: true };
  }
  return undefined;
}

function plain(
  code: string,
  list: Readonly<Record<string, { meaning: string; trust: DecodedCode['trust'] }>>,
): DecodedCode | undefined {
  const entry = own(list, code);
  return entry && { code, meaning: entry.meaning, trust: entry.trust };
}

function withReason(entry: {
  meaning: string;
  reason?: ReasonId | undefined;
}): Pick<DecodedCode, 'meaning' | 'reason'> {
  return entry.reason === undefined ? { meaning: entry.meaning } : { meaning: entry.meaning, reason: entry.reason };
}

function own<T>(list: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(list, key) ? list[key] : undefined;
}
