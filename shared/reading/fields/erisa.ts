// What a paper says of ERISA, the law on plans of private employers: that it doesn't apply, or only that it may. Plans of governments and churches are outside it
// (29 U.S.C. 1003(b)), however they are paid for, and letters that go out for many plans leave it open.

/** In words without marks, as lines are matched. */
const EXEMPT =
  /\berisa (?:\w+ )?(?:does|do) not\b|\bnot (?:\w+ )?(?:subject to|governed by|covered by|under|an) erisa\b|\bexempt from erisa\b|(?<!\b(?:if|unless) (?:your|the|this) plan )\bis an? (?:\w+ )?(?:church|governmental) plan\b/;
const OPEN =
  /\bif (?:your|the|this) (?:health |group |benefit )?(?:plan|coverage|policy) is (?:subject to|governed by|covered by|under|regulated by) (?:erisa|the employee)\b|\bmay (?:also )?have (?:the|a) right to (?:sue|bring)\b|\bplans? (?:that are )?(?:subject to|governed by) erisa\b/;

/** How far the words of a paper that speak of ERISA tell of a plan under it; `text` as lines are matched. */
export function erisaIn(text: string): 'applies' | 'may-apply' | 'exempt' {
  if (EXEMPT.test(text)) return 'exempt';
  return OPEN.test(text) ? 'may-apply' : 'applies';
}
