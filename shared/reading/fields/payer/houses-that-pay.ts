// Words that tell a house that decides or insures in its own name.

/** A house that decides or insures in its own name: what stands below "on behalf of" is then only the plan it serves. */
export const PAYS =
  /\b(?:administrat\w*|tpa|claims?|benefits?|insurance|assurance|mutual|health plans?|medicare|medicaid|hmo|ppo|casualty|fund|cooperative)\b/i;

/** Words in the names of plans and of what they are sold as, wider than the above. */
export const PLAN_WORD =
  /\b(?:health|hmo|ppo|epo|rx|choice|advantage|mutual|plans?|insurance|assurance|medicare|medicaid|benefits?|fund|trust|administrators?|tpa|blue|cross|shield)\b/i;
