// Letters with a part about rights in given words, and what the reader finds of time limits in them.
import type { StatedTime } from '../../shared/model/finding.ts';
import { readText } from './reading.ts';

/** A denial letter whose part about rights is the given text; `width` is the length of its lines. */
export function letterWith(rights: string, width = 88, heading = 'WHAT YOU CAN DO IF YOU DISAGREE'): string {
  return [
    'PELLUCID HEALTH',
    'P.O. Box 77, Amberley, OH 43999',
    '',
    'May 3, 2026',
    '',
    'NOTICE OF DENIAL OF BENEFITS',
    '',
    'Dear Ms. Example:',
    '',
    'We cannot pay for the service listed above, because it was not medically necessary.',
    '',
    heading,
    '',
    ...wrapped(rights, width),
    '',
    'Sincerely,',
    'A. Clerk',
  ].join('\n');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    if (word === '¶') lines.push('', '');
    else if (`${lines[last]} ${word}`.length > width) lines.push(word);
    else lines[last] = `${lines[last]} ${word}`.trim();
  }
  return lines;
}

/** “internal-appeal 180 days receipt”, “external-review by 2026-01-20”. */
export function said({ step, amount, unit, from, date }: StatedTime): string {
  const parts = [step, amount, unit, from, date === undefined ? undefined : `by ${date}`];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** The limits of such a letter, each in words. */
export function timesIn(rights: string, width?: number): string[] {
  return readText(letterWith(rights, width)).statedTimes.map(said);
}
