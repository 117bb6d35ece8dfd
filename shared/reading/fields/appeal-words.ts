// Words that tell a way to appeal from ways to others.
/** Houses outside the plan. */
export const AGENCY =
  /\b(?:department of|insurance department|division of|bureau|hearings?|personnel management|commission|ombudsman|office of|attorney general|legal aid|employee benefits security|labor|independent review|civil rights|state of|regulation|consumer|complaint)\b/;
/** Words for an appeal. */
export const APPEAL =
  /\b(?:appeal(?:s|ing)?|grievances?|(?:payment |provider )?disputes?|reconsider\w*|redetermin\w*|external review|disputed|review unit|trustees)\b/;
