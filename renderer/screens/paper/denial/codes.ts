// The codes of a paper, each once, those that say why first.
import type { CodeInWords } from '../../../../shared/model/denial.ts';

const ORDER: readonly CodeInWords['system'][] = ['carc', 'rarc', 'cpt_hcpcs', 'icd10'];

/** Each code once, at its first place (with the group it was printed with, when one of its places has it), by system. */
export function eachOnce(codes: readonly CodeInWords[]): readonly CodeInWords[] {
  const seen = new Map<string, CodeInWords>();
  for (const code of codes) {
    const key = `${code.system}/${codeAsPrinted(code)}`;
    const before = seen.get(key);
    if (before === undefined || (before.pays === undefined && code.pays !== undefined)) seen.set(key, code);
  }
  return [...seen.values()].sort((a, b) => ORDER.indexOf(a.system) - ORDER.indexOf(b.system));
}

/** “PR-45”: an adjustment code with the group printed before it; other codes as they stand. */
export function codeAsPrinted({ system, code, proof }: Pick<CodeInWords, 'system' | 'code' | 'proof'>): string {
  if (system !== 'carc') return code;
  const printed = /\b(CO|PR|OA|PI|CR)\s?-?\s?([A-Z]?\d{1,3})\b/.exec(proof.quote);
  return printed === null ? code : `${printed[1]}-${printed[2]}`;
}
