// From when a limit of days counts: from the day the paper came, or from the day it bears.

/** What the days counted at the beginning of `after` start with; `to` is where the words for it end. */
export function startOf(after: string): { value: 'receipt' | 'notice-date'; to: number } | undefined {
  // "The time is 65 days. It starts on …": the next sentence may say when the clock starts.
  const clause =
    after.split(
      /[.;](?:\s|$)(?! ?(?:it|this|that|the (?:time|clock|\d+ days|period)) (?:time )?(?:starts?|begins?|runs?|counts?|is counted)\b)/,
    )[0] ?? after;
  const receipt =
    /\b(?:you(?:'ve| have)? (?:receive|received|get|got)|receiving|you have (?:this|the) (?:letter|notice)|receipt|getting|the day you|(?:it|(?:this|the)(?: (?:letter|notice|statement|paper|decision|explanation|summary|report|determination|form))?) (?:reached|arrived|arrives|reaches|comes|should reach|is received|was received)\b(?: to)?(?: you)?|presumed to have|delivered to you|(?:came|comes|was delivered|got|gets) to you|you (?:opened|saw)|(?:arrived|came) at your|run from the day i got|when (?:i|we) (?:got|get|received?)|you (?:are|were) (?:notified|told)|being (?:notified|served)|is in your hands|(?:comes?|came) to your door)\b/.exec(
      clause,
    );
  const notice =
    /\b(?:(?:date|day) (?:of|on|at the top of|at top of|printed on|shown on) (?:this|the|our)|date of (?:denial|notice|letter|advice|issue)|(?<=from |of )this date|(?<=from )(?:the )?above date|(?:this|the|our) (?:letter|notice|statement|decision|denial)(?:'s date| is dated| was (?:mailed|sent|dated|printed|issued|made))|(?:date|day) (?:at the top|we (?:mailed|sent)|(?:it|this) was (?:mailed|sent)|above|shown)|mail(?:ed|ing) date|postmark|(?:of|from|after) the date(?! (?:on which |that |when |we presume )?(?:you |(?:this|it|the) (?:\w+ )?(?:came|reached|arrived) ))|(?:notice|letter|statement) date|of this (?:notice|letter|decision|statement|recap|explanation|eob|advice|remittance)|from this (?:notice|letter)|(?:recap|report|summary|form)'s date|(?:its|this one's|this form's|issue|issued|remit(?:tance)?|ra|eob|posting|check|print|printed|printing|report|voucher|payment|pay|statement|run|prod(?:uction)?|decision|determination) date|(?:eob|notice|letter|statement|decision) (?:is|was) (?:posted|issued|sent|mailed|dated)|date (?:up there|at the head|of issue|printed|given above))\b/.exec(
      clause,
    );
  if (
    receipt !== null &&
    (notice === null ||
      receipt.index <= notice.index ||
      /receiv|get|got|receipt/.test(clause.slice(0, notice.index + 30)))
  )
    return { value: 'receipt', to: receipt.index + receipt[0].length };
  return notice === null ? undefined : { value: 'notice-date', to: notice.index + notice[0].length };
}

/** What days count from that is said before them: "From the date of this notice you have 65 days". */
export function startBefore(before: string): { value: 'receipt' | 'notice-date'; to: number } | undefined {
  const said =
    /\b(?:from|after|starting (?:with|on)) ((?:its|the) (?:date|day)(?: (?:of|on|you get|you receive)(?: this| the)?(?: \w+)?)?),? (?:and )?you (?:have|get|will have)(?: another)? $/.exec(
      before,
    )?.[1];
  if (said === undefined) return undefined;
  return { value: /\b(?:get|receive|receipt)\b/.test(said) ? 'receipt' : 'notice-date', to: 0 };
}
