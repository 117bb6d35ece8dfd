// The telephone number at the head of a benefit statement, which is the one to call about it where the statement prints no other.
import { flowOf, type Paper, type Piece } from '../paper.ts';
import { isOfAgency } from './phones-of-others.ts';
import { phonesIn } from './values.ts';

/** So many lines the head of a statement has at most. */
const HEAD = 8;
/** "Fax 402-…", "F 402-…", "TTY 711, 402-…": not a number to speak to somebody. */
const NOT_SPOKEN = /\b(?:fax|facsimile|f|fx|tty|tdd)\b[^\d]{0,20}$/;

/** The number at the head of a statement; undefined where the paper prints another to call. */
export function phoneOfHead(paper: Paper): { value: string; piece: Piece; from: number; to: number } | undefined {
  const head = flowOf(paper.lines.slice(0, HEAD).filter((line) => line.page === 0));
  const hit = phonesIn(head.text).find((phone) => !NOT_SPOKEN.test(wordsBefore(head, phone.from)));
  if (hit === undefined) return undefined;
  const whole = flowOf(paper.lines.filter((line) => !line.running));
  const isAlone = phonesIn(whole.text).every(
    (phone) =>
      phone.value === hit.value ||
      NOT_SPOKEN.test(wordsBefore(whole, phone.from)) ||
      isOfAgency(whole.lower, phone.from),
  );
  return isAlone ? { ...hit, piece: head } : undefined;
}

function wordsBefore(piece: Piece, at: number): string {
  return piece.lower.slice(Math.max(0, at - 24), at);
}
