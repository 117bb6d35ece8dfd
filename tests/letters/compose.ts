// Composes labelled letters from the passages of one author: reasons × plan families × layouts × noise, with gold answers.
import type { ReasonId } from '../../shared/model/vocabulary.ts';
import { type Bank, FAMILIES, type Family } from './bank.ts';
import { type Chance, chanceOf } from './chance.ts';
import { fieldsOf, filler, finished, letterhead, type MadePaper, reference } from './frame.ts';
import type { Block, Run } from './layout.ts';
import { fitting, groundsOf, matterOf, reasonsOf } from './matter.ts';
import type { Body } from './passages.ts';
import { castOf } from './people.ts';
import { statementOf } from './statement.ts';

const PLAN_TYPES: Readonly<Record<Family, string>> = {
  erisa: 'erisa-self-funded',
  insured: 'fully-insured',
  marketplace: 'aca-marketplace',
  'medicare-advantage': 'medicare-advantage',
  'part-d': 'medicare-part-d',
  medicaid: 'medicaid-mco',
  tricare: 'tricare',
  fehb: 'fehb',
};

/** `count` papers from one author's bank; the same seed gives the same papers. */
export function madePapers(bank: Bank, count: number, seed: number): MadePaper[] {
  return Array.from({ length: count }, (_, index) => {
    const chance = chanceOf(seed * 7919 + index);
    // Every reason of the bank comes up as often as every other one; what stands beside it is chance.
    const first = reasonsOf(bank)[index % reasonsOf(bank).length];
    if (first === undefined) throw new Error('the bank gives no grounds');
    const draw = chance.next();
    const id = `${bank.author}-${seed}-${String(index).padStart(4, '0')}`;
    if (draw < 0.14) return statementOf(bank, id, first, chance);
    if (draw < 0.2) return quiet(bank, id, 'prior-authorization', chance);
    if (draw < 0.25) return quiet(bank, id, 'correspondence', chance);
    return denial(bank, id, first, chance);
  });
}

function denial(bank: Bank, id: string, first: ReasonId, chance: Chance): MadePaper {
  const cast = castOf(chance);
  const family = chance.pick(FAMILIES);
  const { matter, grounds } = groundsOf(bank, first, chance);
  const wanted = grounds.map(({ reason }) => reason);
  const mentions = chance
    .some(fitting(bank.mentions, matter), chance.whole(1, 5))
    .filter((mention) => !mention.ids.some((mentioned) => wanted.includes(mentioned)));
  const fill = filler(cast, matter?.service);
  const note = (mention: { text: string }): Block => paragraph([{ text: fill(mention.text) }]);
  const isRights = (mention: { how: string }): boolean => mention.how === 'rights' || mention.how === 'conditional';
  const lists = grounds.length > 1 && chance.says(0.5);
  const groundBlocks = grounds.map((ground, index) =>
    groundBlock(ground, fill, chance, lists ? { mark: `${index + 1}.`, indent: chance.pick([0, 3]) } : {}),
  );
  const inside = mentions.filter((mention) => !isRights(mention));
  const body = shuffledIn(groundBlocks, inside.map(note), chance);
  const heads = chance.says(0.5);
  const background = chance
    .some(fitting(bank.background, matter), chance.whole(0, 4))
    .map(({ text }) => paragraph([{ text: fill(text) }]));
  const blocks: Block[] = [
    { kind: 'lines', lines: letterhead(cast, chance) },
    { kind: 'lines', lines: reference(cast, chance) },
    ...(chance.says(0.5) ? [{ kind: 'lines' as const, lines: [chance.pick(TITLES)] }] : []),
    ...(chance.says(0.85)
      ? [{ kind: 'lines' as const, lines: [`Dear ${cast.member}${chance.pick([':', ','])}`] }]
      : []),
    paragraph([{ text: fill(chance.pick(bank.determinations)) }]),
    ...background.slice(0, 2),
    ...(heads ? [{ kind: 'lines' as const, lines: [chance.pick(WHY)] }] : []),
    ...body,
    ...background.slice(2),
    ...(heads || chance.says(0.6) ? [{ kind: 'lines' as const, lines: [chance.pick(RIGHTS)] }] : []),
    ...rightsBlocks(fill(chance.pick(bank.rights[family]))),
    ...mentions.filter(isRights).map(note),
    paragraph([{ text: fill(chance.pick(bank.closings)) }]),
    {
      kind: 'lines',
      lines: [
        '',
        '',
        chance.pick(['Appeals and Grievances', 'Medical Management', 'Member Services', 'Claims Department']),
      ],
    },
    ...(chance.says(0.3) ? [{ kind: 'lines' as const, lines: TAGLINES }] : []),
  ];
  return finished(blocks, cast, chance, {
    id,
    author: bank.author,
    type: 'denial-letter',
    reasons: grounds.map((ground) => ({ id: ground.reason, quote: fill(ground.core) })),
    not_reasons: [...new Set(mentions.flatMap((mention) => mention.ids))].filter((other) => !wanted.includes(other)),
    fields: { ...fieldsOf(cast), plan_type: PLAN_TYPES[family] },
  });
}

/** Letters around the bodies of one author, each body `times` times in another frame. */
export function framedPapers(
  bodies: readonly Body[],
  frames: readonly Bank[],
  times: number,
  seed: number,
): MadePaper[] {
  return bodies.flatMap((body, at) =>
    Array.from({ length: times }, (_, turn) =>
      framed(body, `${body.author}-${seed}-${at}-${turn}`, frames, chanceOf(seed * 104729 + at * 31 + turn)),
    ),
  );
}

/** A run of a body with its tag: what stands in one paragraph with a ground may lead up to it, so it counts as part of its passage. */
function tagged(run: Body['paragraphs'][number][number], paragraph: Body['paragraphs'][number]): Run {
  if (run.reason !== undefined) return { text: run.text, tag: { reason: run.reason, role: 'core' } };
  const beside = paragraph.find((other) => other.reason !== undefined)?.reason;
  return beside === undefined ? { text: run.text } : { text: run.text, tag: { reason: beside, role: 'support' } };
}

function framed(body: Body, id: string, frames: readonly Bank[], chance: Chance): MadePaper {
  const bank = chance.pick(frames);
  const cast = castOf(chance);
  const family = chance.pick(FAMILIES);
  const fill = filler(cast);
  const marked = body.paragraphs
    .flat()
    .flatMap((run) => (run.reason === undefined ? [] : [{ id: run.reason, quote: run.text }]));
  const blocks: Block[] = [
    { kind: 'lines', lines: letterhead(cast, chance) },
    { kind: 'lines', lines: reference(cast, chance) },
    ...(chance.says(0.4) ? [{ kind: 'lines' as const, lines: [chance.pick(TITLES)] }] : []),
    { kind: 'lines', lines: [`Dear ${cast.member}:`] },
    ...body.paragraphs.map((runs) => paragraph(glued(runs.map((run) => tagged(run, runs))))),
    { kind: 'lines', lines: [chance.pick(RIGHTS)] },
    ...rightsBlocks(fill(chance.pick(bank.rights[family]))),
    paragraph([{ text: fill(chance.pick(bank.closings)) }]),
  ];
  return finished(blocks, cast, chance, {
    id,
    author: body.author,
    type: 'denial-letter',
    reasons: marked.filter((one, at) => marked.findIndex((other) => other.id === one.id) === at),
    not_reasons: [],
    fields: { ...fieldsOf(cast), plan_type: PLAN_TYPES[family] },
  });
}

/** An approval or a request for information: words of every ground, and none of them given. */
function quiet(bank: Bank, id: string, type: 'prior-authorization' | 'correspondence', chance: Chance): MadePaper {
  const cast = castOf(chance);
  const matter = matterOf(bank, undefined, chance);
  const fill = filler(cast, matter?.service);
  const mentions = chance.some(
    fitting(bank.mentions, matter).filter((mention) =>
      ['approved', 'policy', 'future', 'criteria-met', 'conditional'].includes(mention.how),
    ),
    2,
  );
  const texts = chance.some(type === 'correspondence' ? bank.asks : bank.approvals, type === 'correspondence' ? 1 : 2);
  const blocks: Block[] = [
    { kind: 'lines', lines: letterhead(cast, chance) },
    { kind: 'lines', lines: reference(cast, chance) },
    { kind: 'lines', lines: [type === 'correspondence' ? chance.pick(ASK_TITLES) : chance.pick(APPROVAL_TITLES)] },
    { kind: 'lines', lines: [`Dear ${cast.member}:`] },
    ...texts.map((text) => paragraph([{ text: fill(text) }])),
    ...mentions.map((mention) => paragraph([{ text: fill(mention.text) }])),
    paragraph([{ text: fill(chance.pick(bank.closings)) }]),
  ];
  return finished(blocks, cast, chance, {
    id,
    author: bank.author,
    type,
    reasons: [],
    not_reasons: [...new Set(mentions.flatMap((mention) => mention.ids))],
    fields: fieldsOf(cast),
  });
}

function groundBlock(
  ground: { readonly reason: ReasonId; readonly text: string; readonly core: string },
  fill: (text: string) => string,
  chance: Chance,
  look: { readonly mark?: string; readonly indent?: number },
): Block {
  const at = ground.text.indexOf(ground.core);
  const support = { reason: ground.reason, role: 'support' as const };
  const runs: Run[] = [
    { text: fill(ground.text.slice(0, at)), tag: support },
    { text: fill(ground.core), tag: { reason: ground.reason, role: 'core' } },
    { text: fill(ground.text.slice(at + ground.core.length)), tag: support },
  ];
  const lead = look.mark === undefined && chance.says(0.15) ? [{ text: chance.pick(LEADS) }] : [];
  return { kind: 'paragraph', runs: [...lead, ...glued(runs)], ...look };
}

/** A full stop or quote mark that was cut from its word goes back to it, so that no word is split between two runs. */
function glued(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const lead = /^\S+/.exec(run.text)?.[0];
    if (last !== undefined && lead !== undefined && /\S$/.test(last.text) && !/^\s/.test(run.text)) {
      out[out.length - 1] = { ...last, text: last.text + lead };
      out.push({ ...run, text: run.text.slice(lead.length) });
    } else out.push(run);
  }
  return out.filter((run) => run.text.trim() !== '');
}

function paragraph(runs: readonly Run[]): Block {
  return { kind: 'paragraph', runs };
}

/** Rights sections keep their own line breaks as paragraphs. */
function rightsBlocks(text: string): Block[] {
  return text
    .split(/\n+/)
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph([{ text: part }]));
}

/** Other paragraphs between the grounds; sometimes run into the ground's own paragraph. */
function shuffledIn(grounds: readonly Block[], others: readonly Block[], chance: Chance): Block[] {
  const blocks = [...grounds];
  for (const other of others) {
    const at = chance.whole(0, blocks.length);
    const beside = blocks[at];
    if (chance.says(0.3) && beside?.kind === 'paragraph' && beside.mark === undefined && other.kind === 'paragraph')
      blocks[at] = {
        ...beside,
        runs: chance.says(0.5) ? [...other.runs, ...beside.runs] : [...beside.runs, ...other.runs],
      };
    else blocks.splice(at, 0, other);
  }
  return blocks;
}

const TITLES = [
  'NOTICE OF ADVERSE BENEFIT DETERMINATION',
  'Notice of Denial',
  'COVERAGE DETERMINATION',
  'DECISION ON YOUR REQUEST',
  'Claim Determination Notice',
  'NOTICE OF ACTION',
];
const ASK_TITLES = [
  'REQUEST FOR ADDITIONAL INFORMATION',
  'We need more information',
  'Information needed to review your request',
];
const APPROVAL_TITLES = ['NOTICE OF APPROVAL', 'Authorization approved', 'YOUR REQUEST HAS BEEN APPROVED'];
const WHY = [
  'Why we made this decision',
  'REASON FOR THE DETERMINATION',
  'Explanation',
  'Rationale:',
  'How we decided',
];
const RIGHTS = [
  'YOUR APPEAL RIGHTS',
  'If you disagree with this decision',
  'Your right to appeal',
  'WHAT YOU CAN DO NEXT',
];
const LEADS = ['Rationale:', 'Our reviewer wrote:', 'Explanation of the decision:', 'Decision:'];
const TAGLINES = [
  'ATENCION: si habla espanol, tiene a su disposicion servicios gratuitos de asistencia linguistica. Llame al numero',
  'de su tarjeta. Esta carta dice que la autorizacion previa o la necesidad medica fueron revisadas.',
];
