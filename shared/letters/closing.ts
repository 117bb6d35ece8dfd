// The end of the letter: what is asked for, the documents requested, the answer expected, signature and enclosures.
import type { Block, Inline } from '../model/letter.ts';
import { timeToDecide } from '../rules/lookup.ts';
import { blank, heading, paragraph, text } from './inline.ts';
import type { LetterInput } from './input.ts';
import { nameOf } from './names.ts';
import { standingInlines, standingTexts } from './standing.ts';

/** Relief, documents requested, and the time for the answer. */
export function requests(input: LetterInput): Block[] {
  const relief = standingTexts(input, 'relief').map(standingInlines);
  const documents = standingTexts(input, 'documents').map(standingInlines);
  return [
    heading('What this appeal asks for'),
    { kind: 'list', ordered: true, items: relief, origin: 'form' },
    ...(documents.length === 0
      ? []
      : ([
          heading('Documents requested'),
          paragraph('form', [text('Please send to the address at the head of this letter:')]),
          { kind: 'list', ordered: false, items: documents, origin: 'form' },
        ] satisfies Block[])),
    paragraph('form', [text(replyBy(input))]),
  ];
}

/** The papers enclosed although no answer quotes them, each by name and page. */
export function alsoEnclosed(input: LetterInput): Block[] {
  const papers = input.case.attachments.flatMap((id) => input.documents.get(id) ?? []);
  if (papers.length === 0) return [];
  const items = papers.map((paper): Inline[] => [
    text(`${nameOf(paper)} `),
    { kind: 'cite', documentId: paper.document.id, pageNumber: 1 },
  ]);
  return [paragraph('form', [text('Also enclosed:')]), { kind: 'list', ordered: false, items, origin: 'page' }];
}

/** Signature and enclosures. The lines to sign on are for the pen, so they are not blanks. */
export function signatureBlocks(input: LetterInput): Block[] {
  const name = input.case.facts.memberName.value;
  const signer: Inline = name === undefined || name.trim() === '' ? blank('Your name') : text(name);
  return [
    {
      kind: 'signature',
      lines: [
        [text('Respectfully,')],
        [text('Signature: ______________________________')],
        [signer],
        [text('Date signed: ____________________')],
      ],
    },
    paragraph('form', [text('Enclosures: the exhibits listed in the index of exhibits, which follows this letter.')]),
  ];
}

/** Asks for the decision in writing, within the time the rule allows where the kind of plan and of request is known. */
function replyBy(input: LetterInput): string {
  const rule = input.rules.deadlines.find((each) => each.id === input.deadlines[0]?.ruleId);
  const { claimNumbers, authorizationNumber } = input.case.facts;
  const postService = claimNumbers.value !== undefined;
  const preService = !postService && authorizationNumber.value !== undefined;
  const timing = postService ? 'post-service' : preService ? 'pre-service' : undefined;
  const time = rule === undefined || timing === undefined ? undefined : timeToDecide(rule, timing);
  if (rule === undefined || time === undefined)
    return 'Please send the decision in writing to the address at the head of this letter.';
  const citation = rule.decisionCitation === undefined ? '' : ` (${rule.decisionCitation})`;
  return `Please send the decision in writing to the address at the head of this letter, no later than ${time} after receiving this appeal${citation}.`;
}
