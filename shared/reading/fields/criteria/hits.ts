// The rules a text cites, each as printed.
import { matchesIn } from '../../../text/matches.ts';
import type { Piece } from '../../paper.ts';
import { FORMS, type Form } from './forms.ts';

/** A rule cited in a text. */
export interface Hit {
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly form: Form;
}

/** What has the form of a rule and is none the decision rests on. */
const NO_CRITERION =
  /^Policy \d[\d-]*$|502\s?\(?a?|\b1557\b|2560\.?|147\.136|\b164\.5|\bForm\b|\bPart [ABCD]\b(?![,(-])(?!.*(?:\bPolicy \d|Step Therapy))|^(?:Medicare )?Part [A-D]$|^Item \d$|^Part [A-D] (?!.*Step Therapy)/;

/** What bears the form of a code and is another number: of a party, a paper or a telephone, of an adjustment, of a questionnaire. */
const OTHER_NUMBER =
  /(?:^|\s)(?:Group|Case|Participant|Member|Subscriber|Enrollee|Claim|Account|Reference|Request|Invoice|Authorization|AUTH|ID|File) (?:ID |No\. )?[A-Z]{0,6}-?\d[\w-]*$|^(?:CO|PR|OA|PI|CR)-?\d{1,3}$|^(?:PHQ|GAD|ICD|CMS|OMHA|HHS)-\d|^(?:Mr|Mrs|Ms)\. |^[Cc]overage [Dd]etermination [\d-]+$|\d{3}-\d{3}-\d{4}$/;

/** The end of the sentence before a rule, or the letter of its paragraph: "THE REASON. State rule 4", "A. Pharmacy policy P-2". */
const SENTENCE =
  /^(?:\p{Lu}[\p{L}, ]*(?<!Rev|Ann|Ins|Inc|Corp|Ltd|Dept|Stat|Sec|Admin|Pub|Art|Wis|Gen)(?<=\p{L}{3})\. |[A-Z]\. (?=\p{L}+ \p{L}))+/u;

/** Words before a rule that are no part of its name. */
const LEAD =
  /^(?:(?:[A-Z]\. )?Note [A-Z0-9]\. )?(?:State (?=\p{Lu}\p{L}+ \p{Lu}))?(?:(?:The|Our|Your|See|In|On|Under|And|Please|We|Ask|Use|Per|By|Also|That|This|Used|Using|From|Of|For|Its|A|An|Both|All|Based(?: (?:up)?on)?|According|Rationale|Reason|(?:Criteria|Guideline|Policy|Rule|Standard)(?= \p{Lu}\p{Ll}+ .*(?:Criteria|Guidelines?|Policy|Rule|Standard|Bulletin)\b)|As|to(?= \p{Lu})|the(?= \p{Lu})|our(?= \p{Lu})|To|Is|It|Rule:|Criteria:|Guideline:|Policy:|Guidelines:|Basis:|RE:|Re:),? )*/u;

/** A heading in capitals, or a numbered one, that runs into the name of a rule: "REASON Medical Policy RAD-031". */
const HEADING =
  /^(?:[IVX]{1,4}\. \p{L}+ (?=\p{Lu}\p{Ll})|(?!TRICARE|ASAM|NCCN|MCG)(?:\p{Lu}{2,} )+(?=\p{Lu}\p{Ll}+ .*\d))/u;

/** All rules a text cites, form by form. */
export function hitsIn(flow: Piece): Hit[] {
  return FORMS.flatMap((form) =>
    placesOf(flow.text, form).flatMap((hit) => {
      const found = trimmed(hit, form);
      return found === undefined ? [] : [{ ...found, form }];
    }),
  );
}

function placesOf(text: string, { pattern, sign }: Form): readonly RegExpExecArray[] {
  return sign?.test(text) === false ? [] : matchesIn(text, pattern);
}

/** Letters before the name of a rule that are no part of it: a heading, "Based on the". */
export function leadOf(text: string, form: Form): number {
  const sentence = SENTENCE.exec(text)?.[0].length ?? 0;
  const heading = form.name === 'vendor' ? 0 : (HEADING.exec(text.slice(sentence))?.[0].length ?? 0);
  return sentence + heading + (LEAD.exec(text.slice(sentence + heading))?.[0].length ?? 0);
}

function trimmed(hit: RegExpExecArray, form: Form): Omit<Hit, 'form'> | undefined {
  const text = form.name === 'code' ? (hit[1] ?? '') : hit[0];
  const start = hit.index + hit[0].length - text.length;
  const lead = leadOf(text, form);
  const value = text
    .slice(lead)
    .replace(/[.,;:]+$/, '')
    .replace(/ (?:and|of|for|in|&)$/, '')
    .trimEnd();
  if (
    value === '' ||
    NO_CRITERION.test(value) ||
    OTHER_NUMBER.test(value) ||
    /^(?:policy|plan|contract) (?:no|number|#)/i.test(value)
  )
    return undefined;
  if (/\bstatement \d{1,2}$/i.test(value)) return undefined;
  if (form.name === 'policy' && /^(?:rule|standard|statement|policy|criteria) \d{1,2}$/i.test(value)) return undefined;
  if (
    form.name === 'policy' &&
    /\b(?:Policy|Contract|Group|Statement) (?:No\.?|[Nn]umber|#) /.test(value) &&
    !/Medical|Coverage|Clinical|Drug/.test(value)
  )
    return undefined;
  if (form.name === 'vendor' && !/[ -]/.test(value) && !/^(?:InterQual|MCG|LOCUS)$/.test(value)) return undefined;
  return { value, from: start + lead, to: start + lead + value.length };
}
