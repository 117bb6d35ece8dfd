// The day a paper bears: set in its head in other ways than alone or beside "Date".
import { describe, expect, it } from 'vitest';
import { fieldsOfText } from '../../../helpers/fields.ts';

/** A letter with the given lines above what it says. */
function letter(...head: readonly string[]): string {
  return `BRINDLE VALLEY HEALTH PLAN\n${head.join('\n')}\n\nClaim 26-0417-5521, seen March 2, 2026\n\nWe cannot pay for the visit.\n`;
}

function dayOf(text: string, kind: 'denial-letter' | 'eob' = 'denial-letter'): unknown {
  return fieldsOfText(text, kind).letter_date;
}

describe('the day of a letter', () => {
  it.each([
    ['behind the name of a department', 'Pre-Service Review                      September 30, 2026'],
    ['with its day of the week', 'Your claim is finished                    Wednesday, September 30, 2026'],
    ['beside what it is', 'To: Ada Arkwright              Letter of:  09/30/2026'],
    ['when it was answered', 'Received: September 4, 2026     Answered: September 30, 2026'],
    ['when a printer ran', 'PG 1 OF 1       PRT 09/30/26  22:41'],
    ['when it was sent', 'Sent 09/30/2026'],
  ])('stands %s', (_, line) => {
    expect(dayOf(letter('', line))).toBe('2026-09-30');
  });

  it('is not that of an earlier decision below it', () => {
    const head = ['', 'September 30, 2026', '', 'Decision of      June 3, 2026, upheld'];
    expect(dayOf(letter(...head))).toBe('2026-09-30');
  });

  it('is not when an appeal was posted', () => {
    const head = ['', 'September 30, 2026', '', 'Postmark:   August 9, 2026'];
    expect(dayOf(letter(...head))).toBe('2026-09-30');
  });

  it('is not the end of a sentence', () => {
    const text = letter(
      'Claims                                     09/30/2026',
      '',
      'The same bill was paid in full on',
      '02/20/2026.',
    );
    expect(dayOf(text)).toBe('2026-09-30');
  });
});

describe('the day of a statement', () => {
  it.each([
    ['says that it is no bill', 'YOUR CLAIM, EXPLAINED               June 5, 2026  -  not a bill'],
    ['says what it is', '                      Statement of Jun 5, 2026'],
    ['says for whom', 'Prepared for Ada Arkwright on June 5, 2026'],
    ['says so in a sentence', 'This shows what reached us from 03/01/2026 to 03/31/2026 and was printed 06/05/2026.'],
    ['is that of its payment', 'PAY DATE 06/05/2026                                   EFT 8802217     AMT 61.00'],
    ['speaks of its own service', 'Mailed 06/05/2026                    Customer service 1-866-555-0133'],
  ])('%s', (_, line) => {
    expect(dayOf(`FERNHOLT CARE\n${line}\n\n 03/02/26  99213  visit   150.00   90.00\n`, 'eob')).toBe('2026-06-05');
  });
});

describe('the day of a report', () => {
  it('is when it was given', () => {
    const report =
      'TARN LABORATORY\nF  34y   02/11/1992     Coll 09/09/2026  08:05\n                        Rept 09/10/2026  06:12\n';
    expect(fieldsOfText(report, 'medical-record')).toMatchObject({
      letter_date: '2026-09-10',
      dates_of_service: ['2026-09-09'],
    });
  });
});
