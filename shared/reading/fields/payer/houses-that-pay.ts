// Words that tell a house that decides or insures in its own name.

/** A house that decides or insures in its own name: what stands below "on behalf of" is then only the plan it serves. */
export const PAYS =
  /\b(?:administrat\w*|tpa|claims?|benefits?|insurance|assurance|mutual|health plans?|medicare|medicaid|hmo|ppo|casualty|fund|cooperative)\b/i;
