// The forms in which rules are cited, each with its weight.

const CODE =
  '(?:[A-Z]{2,5}(?:-[A-Z]{2,4})? (?=\\d{1,4}\\b(?!,? \\d{4}|\\/)))?(?:Rx|[A-Z]{0,6})[-.]?(?:[A-Z][A-Za-z]{0,5}[-.])*[A-Z]{0,3}\\d[\\w.-]*(?:\\([\\w]+\\))*';
const TITLED = "(?:[A-Z][\\p{L}&'/-]*\\.?,? (?:(?:and|of|for|in|the|on|to|&) )*){0,7}";
const NUMERAL =
  '(?:[A-H]-\\d+|[A-H](?=\\(\\w\\))|\\d+[\\w.-]*\\w|\\d+|[IVXLC]+(?:\\.[A-Z])?(?![A-Za-z]))(?:\\s?\\((?!20\\d\\d)[\\w]{1,5}\\))*';
const UNIT =
  '(?:[Aa]rticle|[Aa]rt\\.|[Ss]ection|[Ss]ec\\.|[Pp]art|[Cc]hapter|[Ee]xclusion|[Pp]aragraph|[Ii]tem|[Pp]rovision|[Aa]ppendix|[Rr]ule|[Cc]lause|[Ss]ubsection|[Bb]enefit|ARTICLE|SECTION|PART|EXCLUSION|§)';
const STEP = `(?:,? (?:(?:[Nn]umber|[Ii]tem|[Pp]aragraph|[Pp]art|[Ss]ections?|[Ss]ec\\.|[Ll]etter|[Cc]lause|[Ss]ubsection|[Ee]xclusion|[Cc]hapter|[Aa]rticle|[Pp]ara\\.|[Pp]age|[Nn]o\\.|§§?) (?:${NUMERAL})(?: (?:to|through|and) (?:${NUMERAL}))?|paragraph [A-Z]\\b|[A-Z](?=[,.;) ])(?! [a-z]{2,} )))`;

/** A form of citing a rule; the surer it tells a rule, the higher its weight. */
export interface Form {
  readonly name: 'policy' | 'code' | 'vendor' | 'manual' | 'coverage' | 'law' | 'provision' | 'guide';
  readonly weight: number;
  readonly pattern: RegExp;
  /** Of a pattern that is tried at every capital: what each of its matches holds, so that most texts need not be searched. */
  readonly sign?: RegExp;
}

const DOCUMENT =
  '(?:[Pp]olicy|[Pp]olicies|[Gg]uidelines?|[Cc]riteria|[Cc]riterion|[Rr]ule|[Ss]tandards?|[Bb]ulletin|[Pp]rotocol|[Cc]overage [Dd]etermination|[Ss]tatement|[Bb]rief|[Tt]echnology [Aa]ssessment|[Aa]dvisory|[Dd]irective|Guide|Position|GUIDELINE|POLICY|CRITERIA)';

/** A rule with its number, from the word for it up to the number. */
const NUMBERED = `${DOCUMENT}(?: Set)?(?: (?:[Nn]o\\.?|[Nn]umber|#))? ?#?(?=(?:Rx|[A-Z]{2,5}(?:-[A-Z]{2,4})? )?(?:[A-Z][A-Za-z]{0,5}[-.])*[A-Z0-9.-]*\\d)`;
/** What a plan's terms are printed in. */
const TERMS = '(?:Coverage|Description|Agreement|Document|Booklet|Handbook|Certificate|Contract|Brochure|SPD|EOC)';
const ON_PAGE = `${TERMS},? (?:on |at )?(?:pages?|pp?\\.) \\d`;
const BOOKLET_PAGE = '(?:booklet|handbook|certificate|brochure),? (?:at |on )?page \\d';
/** The last words of guides without a number, and what stands behind them. */
const GUIDE =
  '(?:Criteria|Guides?|Guidelines?|Standards?|Tool|Screen|Placement Rules|Parameters|Medical Policy|Clinical Policy)';
const LIST = '(?:List|Requirements|Table)';
const UNNUMBERED = '(?! (?!20\\d\\d\\b)\\p{Lu}*-?\\d|\\p{L})';

const NTH = '(?:\\d{1,2}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|20\\d\\d)';
/** Editions of a guide: "(2025)", "(July 2025)", ", 2025", ", 12th edition", ", version 9", ", rev. 7/2025". */
export const EDITION_OF_GUIDE = `(?:,? \\((?:(?:\\p{Lu}\\p{L}+ |\\d\\d?\\/(?:\\d\\d?\\/)?)?20\\d\\d|${NTH} (?:[Ee]dition|release|version))\\)|,? ${NTH} (?:[Ee]dition|EDITION|ed\\.|release|version)|,? [Vv]ersion \\d{1,4}(?:\\.\\d{1,4}){0,3}|,? 20\\d\\d(?![\\w/-])|,? [Vv]\\. ?\\d{1,3}(?:\\.\\d{1,3}){0,2}|,? rev\\. \\d\\d?\\/\\d{4}|,? subset \\d{1,2})`;
/** The first words of a title, two at least. */
const TITLE = "(?:\\p{Lu}[\\p{L}&'/-]* (?:(?:and|of|for|in|the|on|to|&) ){0,2}){2,8}?";

/** All forms; the pattern of a code holds the code in its first group. */
export const FORMS: readonly Form[] = [
  {
    name: 'coverage',
    weight: 3.6,
    pattern:
      /\b(?:(?:National|Local) Coverage (?:Determination|Article)(?: \((?:NCD|LCD|LCA)\))?|NCD|LCD|LCA|CPB)(?: for [A-Z][\p{L} ]{2,40}?)? ?(?:No\.? |#|\()?[A-Z]?\d[\w.]*\d(?!-?\d)/gu,
  },
  {
    // Five digits behind an L: a local coverage determination; codes of supplies have four.
    name: 'coverage',
    weight: 3,
    pattern: /(?<![\w-])L[1-4]\d{4}(?![\w-])/g,
  },
  {
    // The number a brochure of the federal program bears.
    name: 'manual',
    weight: 2.4,
    pattern: /\bRI \d{2}-\d{3}\b/g,
  },
  {
    name: 'manual',
    weight: 3,
    pattern: /\b(?:[A-Z][\p{L}-]+ )+Manual,? \d+(?:\.\d+)+/gu,
    sign: /Manual/,
  },
  {
    name: 'manual',
    weight: 3.4,
    pattern: new RegExp(
      `\\b(?:[A-Z][\\p{L}-]+ )+Manual(?: [\\d.]+-?[A-Z]?)?(?:,? \\([^)]{2,30}\\))?(?:, (?:[A-Z][\\p{L}'-]* ){1,5}?[A-Z][\\p{L}'-]*)?,? (?:[Cc]hapter|[Cc]h\\.|[Ss]ection|[Vv]olume|[Vv]ol\\.|Pub\\.?|[Pp]art) ${NUMERAL}${STEP}{0,3}`,
      'gu',
    ),
    sign: /Manual/,
  },
  {
    name: 'policy',
    weight: 3.6,
    pattern: new RegExp(
      `\\b(?:(?:[A-Z]\\.){2,} )?${TITLED}(?:Clinical |Medical |Coverage |Payment |Drug |Reimbursement |Utilization )?${NUMBERED}${CODE}`,
      'gu',
    ),
    sign: new RegExp(NUMBERED),
  },
  {
    name: 'code',
    weight: 2.6,
    pattern:
      /\b(?:policy|guideline|guidelines|criteria|rule|standard|bulletin|protocol)(?:,| \(| \(?(?:known as|titled|called|number|no\.)) ?((?=[A-Z0-9.-]*\d)[A-Z]{2,6}[-. ]?[\w.-]*\d[\w.-]*)/gu,
  },
  {
    name: 'code',
    weight: 2.6,
    pattern:
      /\b(?:[Pp]olicy|[Gg]uidelines?|[Cc]riteria|[Rr]ule|[Ss]tandard|[Bb]ulletin|[Pp]rotocol)\b[^.;()]{0,40},? (?:number|no\.|#) ?((?=[A-Z0-9.-]*\d)[A-Z0-9]{1,6}[-. ]?[\w.-]*\d[\w.-]*)/gu,
  },
  {
    name: 'code',
    weight: 2,
    pattern: /\b((?:[A-Z][a-z]+ ){0,3}(?:[A-Z]{2,4}-)?[A-Z]{2,4}[- ]\d{1,2}(?:\.\d{1,3}){1,3})\b(?!%)/gu,
  },
  {
    name: 'code',
    weight: 2.6,
    pattern:
      /\b(?:policy|guidelines?|criteria|rule|standard|bulletin|protocol)\b[^.;()]{0,50}\(((?:[A-Z]\p{L}+ ){0,2}(?=[A-Z0-9. -]*\d)(?:[A-Z]{2,6}[-.])*[A-Z]{2,6}[-. ]?\d[\w.-]*)(?:\)|, [A-Z])/gu,
  },
  {
    // "BAR-02": the number of a policy whose name stands elsewhere.
    name: 'code',
    weight: 1.2,
    pattern: /(?<![\w-])((?:[A-Z][a-z]+ ){0,3}(?:[A-Z]{2,5}-)?[A-Z]{2,6}-\d{1,4})(?![-\w]|\.\d)/gu,
  },
  {
    name: 'vendor',
    weight: 3,
    pattern:
      /\b(?:HLD [Ii]ndex|ODG(?:, \p{Lu}\p{Ll}+(?: \(\p{L}+\))?)?|LOCUS\/CALOCUS(?:-CASII)?|(?:\p{Lu}\p{L}+ ){1,4}[Cc]riteria, (?:\d{4}|first|second|third|fourth|fifth|sixth) [Ee]dition)/gu,
    sign: /HLD [Ii]ndex|ODG|LOCUS\/|[Cc]riteria, /,
  },
  {
    name: 'vendor',
    weight: 3,
    pattern:
      /\b(?:InterQual|MCG|Milliman(?: Care Guidelines)?|ASAM|LOCUS|CALOCUS(?:-CASII)?|eviCore|NCCN|Hayes|AIM|Carelon)(?:[ -](?:[A-Z]{0,3}-?\d[\w.-]*|[A-Z][\p{L}-]*|\d{4}|and|&|of|for|\([A-Z-]+\)|(?:\d+(?:st|nd|rd|th)) [Ee]dition|[A-Z]?-?\d[\w.-]*)){0,7}(?: [Cc]riteria| [Gg]uidelines?)?(?:,? (?:\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|\d{4}) (?:[Ee]dition|EDITION|ed\.)|,? [Vv]ersion \d+|(?<=\d{4}(?: \p{L}+){0,3})(?:, \p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,3}(?![\p{L}]| \p{Ll})){1,2})?(?:,? (?:[A-Z][\p{L}/-]*,? ){1,5}(?=\(?[A-Z]{1,3}-\d))?(?:,? ?\(?[A-Z]{1,3}-\d[\w-]*\)?)?/gu,
  },
  {
    name: 'law',
    weight: 2.2,
    pattern:
      /\b(?:(?:\d{1,3} )?(?:OAR|COMAR|NYCRR|OAC|TAC|CCR|NMAC|NJAC|WAC|CMR|IAC|ARSD|KAR|ORS|RCW|MGL|CSR) (?:§+ ?)?\d[\d.:A-Z-]*\d(?:\(\w{1,4}\))*|\d{1,2} C\.?F\.?R\.? (?:§+ ?|[Pp]art |[Ss]ection )?\d[\d.]*\d?(?:\(\w{1,4}\))*(?:(?:-| - | to | and |, )\d{3}\.\d+(?:\(\w{1,4}\))*)*|\d{1,2} U\.?S\.?C\.? (?:§ ?)?\d+\w*(?:\(\w{1,4}\))*|(?:(?:[A-Z]\.){2,} )?(?:[A-Z]\p{L}*\.? )+(?:Administrative |Insurance |Health )?(?:Code|Stat(?:utes?|\.)|Rev\. Stat\.|Ann\.)(?: (?:§+|section|sec\.|title))? ?\d[\w.:-]*\w(?:\(\w{1,4}\))*)(?:, (?:[Ss]ection|[Ss]ubpart) \d[\w.]*(?:\(\w{1,4}\))*)?/gu,
    sign: /(?:OAR|COMAR|NYCRR|OAC|TAC|CCR|NMAC|NJAC|WAC|CMR|IAC|ARSD|KAR|ORS|RCW|MGL|CSR|C\.?F\.?R\.?|U\.?S\.?C\.?) (?:§+ ?|[Pp]art |[Ss]ection )?\d|(?:Code|Stat(?:utes?|\.)|Ann\.)(?: (?:§+|section|sec\.|title))? ?\d/,
  },
  {
    // "14 VAC 10-20-30", "K.A.R. 28-4-100", "405:12-3-4", "907 KAR 3:10 Section 2(4)": codes of states, by their numbers.
    name: 'law',
    weight: 2.2,
    pattern:
      /\b(?:\d{1,3} (?!CFR|USC)[A-Z]{3,5} \d{1,4}[A-Z]?(?:[.:-]\d{1,5}){1,4}|(?:[A-Z]\.){3} (?:§+ ?)?\d{1,4}(?:[.:-]\d{1,5}){1,4}|\d{3}:\d{1,3}(?:-\d{1,3}){2,3})(?:\(\w{1,4}\))*(?![\w-])(?:,? [Ss]ection \d+(?:\(\w{1,4}\))*)?/g,
  },
  {
    // "LAC 50:I.1101", "A.A.C. R9-22-205(B)": codes whose numbers hold letters.
    name: 'law',
    weight: 2.2,
    pattern:
      /(?<![\w-])(?:LAC \d{1,2}:[IVXLC]+\.\d{1,5}|A\.A\.C\. R\d{1,2}(?:-\d{1,4}){2,3})(?:\(\w{1,4}\))*(?![\w-])/g,
  },
  {
    // "LCD on shoulder injections": told by what it is on.
    name: 'coverage',
    weight: 2,
    pattern:
      /\b(?:NCD|LCD|Local Coverage Determination|National Coverage Determination) (?:on|for) (?:\p{Ll}+ ){0,5}\p{Ll}+(?=[.,;)])/gu,
  },
  {
    // "Plan Document 7.3", "Certificate, 5.6", "Exclusions, no. 1", "Exclusions, page 30".
    name: 'provision',
    weight: 2.2,
    pattern:
      /\b(?:(?:Plan Document|Summary Plan Description|SPD|Certificate of Coverage|General Provisions|General Exclusions) \d{1,3}(?:\.\d{1,3}){0,3}(?:\(\w{1,3}\)){0,2}(?![\w/-])|(?:Certificate|Evidence of Coverage|Contract|Booklet|Handbook),? \d{1,2}(?:\.\d{1,3}){1,3}(?:\(\w{1,3}\)){0,2}(?![\w/-])|(?:Limitations|Exclusions),? (?:(?:no\.|item|number) )?\d{1,2}(?![\w/.-]*\d)|(?:Limitations|Exclusions)(?: and (?:Limitations|Exclusions))?,? page \d{1,3})/g,
  },
  {
    // "certificate (page 9, part F)", "item 22 in the list on page 61 of your booklet".
    name: 'provision',
    weight: 2.6,
    pattern:
      /\b(?:[Cc]ertificate|[Bb]ooklet|[Hh]andbook|[Bb]rochure|SPD|EOC) \((?:page|p\.|part|section|article|chapter|item|§) ?[\w.]+(?:, ?(?:page|p\.|part|section|article|item|paragraph|number) ?[\w.]+){0,2}\)|\b[Pp]ages? \d+(?: (?:and|to) \d+)? of (?:your|the) (?:[Mm]ember )?(?:[Cc]ertificate|[Bb]ooklet|[Hh]andbook|[Bb]rochure|SPD|EOC|Evidence of Coverage|Plan Document|Summary Plan Description)|\b(?:[Ii]tem|[Nn]umber|[Pp]aragraph|[Ee]xclusion) \d+ (?:in|of|on) the list (?:on|at) page \d+ of (?:your|the) (?:booklet|handbook|certificate|brochure)/gu,
  },
  {
    // 'Benefit Booklet, "Ambulance Services", paragraph 3'.
    name: 'provision',
    weight: 2.8,
    pattern: new RegExp(
      `\\b(?:[A-Z][\\p{L}]+ (?:of |and )?){0,3}${TERMS},? "[^"]{4,60}?,?",? ${UNIT} ?(?:${NUMERAL})${STEP}{0,3}`,
      'gu',
    ),
    sign: new RegExp(`${TERMS},? "`),
  },
  {
    name: 'provision',
    weight: 2.2,
    pattern: new RegExp(`\\b(?:[A-Z][\\p{L}]+ (?:of |and )?){0,3}${ON_PAGE}+(?: (?:and|to) \\d+)?${STEP}{0,3}`, 'gu'),
    sign: new RegExp(ON_PAGE),
  },
  {
    name: 'provision',
    weight: 2.2,
    pattern: new RegExp(
      `\\b(?:(?:[A-Z][\\p{L}]+ (?:of |and )?){0,3}(?:Coverage|Description|Agreement|Document|[Bb]ooklet|Handbook|Certificate|Contract|Brochure|SPD|EOC),? )?(?:(?:[Pp]lan|[Pp]olicy|[Cc]ertificate|SPD|EOC|[Cc]ontract) )?${UNIT} ?(?:[Nn]o\\. |[Nn]umber )?(?:${NUMERAL})${STEP}{0,3}(?: of (?:the|your) (?:(?:\\d{4} )?(?:[Bb]rochure|[Hh]andbook|[Bb]enefit [Bb]ooklet|Plan Document|Summary Plan Description|Evidence of Coverage|Certificate of Coverage|Participating Provider Agreement|Social Security Act)\\b(?: \\(RI \\d[\\d-]*\\))?))?`,
      'gu',
    ),
  },
  {
    // "Harrow Level of Care Guide for Adolescents", "Step Therapy List 2026", "Lowland Acute Care Criteria": named by its title, without a number.
    name: 'guide',
    weight: 1.6,
    pattern: new RegExp(
      `(?<![\\p{L}'-])(?:${TITLE}${GUIDE}|(?:\\p{Lu}[\\p{L}&'/-]* ){0,5}(?:Step Therapy|Precertification|Prior Authorization|Quantity Limit) ${LIST})${UNNUMBERED}(?: for (?:\\p{Lu}\\p{L}+ (?:(?:and|of|&) )?){0,3}\\p{Lu}\\p{L}+)?${EDITION_OF_GUIDE}?`,
      'gu',
    ),
    sign: new RegExp(` (?:${GUIDE}|${LIST})${UNNUMBERED}`, 'u'),
  },
  {
    // "plan booklet, page 51", "your certificate, page 41".
    name: 'provision',
    weight: 2.2,
    pattern: new RegExp(
      `(?<![\\p{L}-])(?:\\p{Lu}[\\p{L}.']* ){0,5}(?:(?:[Mm]edical )?[Pp]lan |[Mm]ember )?${BOOKLET_PAGE}{1,3}(?![\\d/-]|\\.\\d| ?(?:of|\\/) ?\\d)`,
      'gu',
    ),
    sign: new RegExp(BOOKLET_PAGE),
  },
];
