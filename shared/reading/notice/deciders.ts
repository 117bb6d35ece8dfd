// Who decided or advised, as printed: persons with their credentials, offices without a name, and review organisations.
import type { NoticeReading, Proof } from '../../model/finding.ts';
import { allMatches } from '../matching.ts';
import { flowOf, type Line, type Piece, proofOf } from '../paper.ts';
import type { Sifting } from '../patterns.ts';
import { mayOccur } from '../sieve/sieve.ts';
import { matchLine } from '../zones.ts';
import { type Letter, proofOfMatch } from './letter.ts';
import type { CompiledNotice } from './rules.ts';

type Decider = NoticeReading['deciders'][number];

const NAME = String.raw`(?:Dr\. )?[\p{Lu}][\p{L}'’-]*\.?(?: (?:[\p{Lu}]\.|[\p{Lu}][\p{L}'’-]+|de|van|von|del|la)){1,4}`;
const DEGREE = String.raw`(?:M\.?D\.?|D\.?O\.?|Ph\.?D\.?|Psy\.?D\.?|Pharm\.?D\.?|R\.?Ph\.?|R\.?N\.?|D\.?D\.?S\.?|D\.?M\.?D\.?|D\.?P\.?M\.?|D\.?C\.?|N\.?P\.?|PMHNP|FNP|APRN|P\.?A\.?(?:-C)?|LCSW|LPC|BSN|MSN|MPH|MBA|DPT|PT|OT|FACP|FACS|FAAP)`;
/** What every degree holds. */
const HAS_DEGREE = /[A-Z]\.?[A-Z]|P(?:h|sy|-$)/;
/** "Alastair Penhaligon, MD, MPH". */
const PERSON = new RegExp(String.raw`(${NAME}),? (${DEGREE}(?:,? ${DEGREE})*)(?![\p{L}])`, 'gu');
/** What follows a name: office, specialty, license. */
const TRAINING =
  /^,? ?((?:who is |is )?(?:a )?(?:board[- ]certified|certified|licensed|specializ\w+|practicing)[^.;()]{0,90}|(?:Senior |Associate |Lead |Chief )?(?:Medical Director|Clinical Reviewer|Physician Reviewer|Peer Reviewer|Clinical Pharmacist|Nurse Reviewer|Pharmacist|Medical Review\w*)(?:, (?:who is )?board[- ]certified[^.;()]{0,80})?|(?:[A-Z][a-z]+(?:ology|iatry|icine|ediatrics|urgery|athology|erapy|harmacy|ursing)\b[^.,;()]{0,40}))/;

/** The deciders in the order of the pages; the person's own doctors and reviewers of a later step are left out. */
export function decidersOf(letter: Letter, notice: CompiledNotice): Decider[] {
  const found = [
    ...persons(letter, notice),
    ...named(letter, notice, notice.organisations, 'organisation'),
    ...named(letter, notice, notice.offices, 'reviewer'),
  ];
  const kept: Decider[] = [];
  for (const decider of found) {
    const key = decider.name.toLowerCase();
    const known = kept.some((other) => other.name.toLowerCase().includes(key) || overlaps(other.proof, decider.proof));
    if (!known) kept.push(decider);
  }
  return kept.sort((a, b) => a.proof.pageNumber - b.proof.pageNumber || a.proof.from - b.proof.from);
}

function overlaps(a: Proof, b: Proof): boolean {
  return a.pageNumber === b.pageNumber && a.from < b.to && b.from < a.to;
}

/** Names with a degree whose surroundings say that they reviewed: the sentence, or the lines of a signature. */
function persons(letter: Letter, notice: CompiledNotice): Decider[] {
  const { paper, zones } = letter;
  const lines = paper.lines.filter(
    (line, index) => !line.running && zones[index] !== 'taglines' && zones[index] !== 'rights',
  );
  const rights = paper.lines.filter((line, index) => !line.running && zones[index] === 'rights');
  const inBody = peopleIn(letter, lines, notice, false);
  // A signature often stands below the rights; there only the office printed with the name tells.
  return [...inBody, ...peopleIn(letter, rights, notice, true)];
}

function peopleIn(letter: Letter, lines: readonly Line[], notice: CompiledNotice, signedOnly: boolean): Decider[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    if (!HAS_DEGREE.test(line.text) && !HAS_DEGREE.test(next?.text ?? '')) return [];
    const around = [lines[index - 1], line, next].filter((each) => each !== undefined);
    if (!decided(around, line, notice, signedOnly)) return [];
    const block = flowOf(next === undefined ? [line] : [line, next]);
    return [...block.text.matchAll(PERSON)].flatMap((hit) => {
      if (hit.index >= line.tokens.reduce((sum, token) => sum + token.to - token.from + 1, 0)) return [];
      return personAt(letter, block, hit) ?? [];
    });
  });
}

function decided(around: readonly Line[], line: Line, notice: CompiledNotice, signedOnly: boolean): boolean {
  const own = matchLine(line);
  if (notice.notDecides.test(own)) return false;
  const text = signedOnly ? own : around.map(matchLine).join(' ');
  return notice.decides.test(text) && (!notice.notDecides.test(text) || notice.decides.test(own));
}

function personAt(letter: Letter, block: Piece, hit: RegExpExecArray): Decider | undefined {
  const name = hit[1]?.replace(LABEL, '') ?? '';
  const at = hit.index + (hit[1]?.length ?? 0) - name.length;
  const rest = block.text.slice(hit.index + hit[0].length);
  const training = TRAINING.exec(rest)?.[1];
  const end = hit.index + hit[0].length + (training === undefined ? 0 : rest.indexOf(training) + training.length);
  const proof = proofOf(letter.paper.pages, block, at, end);
  if (proof === undefined || name.split(' ').length < 2) return undefined;
  const credentials = [hit[2], training?.replace(/^(?:who is|is) /, '')]
    .filter((part) => part !== undefined)
    .join(', ');
  return { name, role: 'reviewer', ...(credentials !== '' && { credentials: credentials.trim() }), proof };
}

/** Words that may stand right before a name with a capital. */
const LABEL = /^(?:(?:Reviewer|Reviewed|By|The|Our|Physician|Medical|Director|Signed|Sincerely|Was|Dr\.) )+/;

/** Organisations and offices in sentences outside the rights that tell who decided. */
function named(letter: Letter, notice: CompiledNotice, { pattern, number }: Sifting, role: Decider['role']): Decider[] {
  return letter.sentences
    .filter((sentence) => !sentence.aside && !sentence.foreign)
    .flatMap((sentence) => {
      const hits = mayOccur(sentence.sifted, number) ? allMatches(pattern, sentence.match) : [];
      if (hits.length === 0) return [];
      const tells = role === 'organisation' || notice.acts.test(sentence.match);
      const conditional = allMatches(letter.rules.guards.conditional.pattern, sentence.match).length > 0;
      if (!tells || conditional || notice.notDecides.test(sentence.match)) return [];
      return hits.flatMap((match) => {
        const proof = proofOfMatch(letter, sentence, match);
        const name = proof === undefined ? '' : printedName(proof.quote);
        return proof === undefined || name === '' ? [] : [{ name, role, proof }];
      });
    });
}

/** The words as printed, without what does not belong to the name. */
function printedName(quote: string): string {
  return (quote.split(/:\s/).at(-1) ?? '')
    .replace(/^(?:["(]|(?:the|our|this|a|an)\s)+/i, '')
    .replace(/(\p{L})- (?=\p{Ll})/gu, '$1')
    .replace(/['’]s$/, '')
    .replace(/[)".,;:]+$/, '');
}
