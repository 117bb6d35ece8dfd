// Which telephone number of a letter is the one for an appeal.
import { describe, expect, it } from 'vitest';
import { fieldsOfText } from '../../../helpers/fields.ts';

/** The telephone number of a denial whose last part is the given lines. */
function phone(lines: readonly string[], head = ''): unknown {
  return fieldsOfText(
    [
      'MARLSTONE HEALTH PLAN',
      'P.O. Box 410, Galt Harbor, OH 44999',
      head,
      'June 9, 2026',
      '',
      'Dear Ms. Arkwright:',
      '',
      'We cannot pay for the scan of your knee, because your plan leaves it out.',
      '',
      ...lines,
    ].join('\n'),
    'denial-letter',
  ).appeal_phone;
}

describe('the number for an appeal', () => {
  it.each([
    [
      'stands bare behind the fax',
      ['Reconsideration: 60 days from this date, PO Box 61, Overland, KS 66999, fax 913-555-0150, 913-555-0151.'],
      '913-555-0151',
    ],
    [
      'stands behind "or"',
      ['To appeal: within 180 days of receipt, Keel Appeals, 31 Slip Road, Norvane, ME 04999,', 'or 207-555-0159.'],
      '207-555-0159',
    ],
    [
      'is that of a desk for disputes',
      ['Corrected claims must be here by 01/28/2027. Disputes: 570-555-0122.'],
      '570-555-0122',
    ],
    [
      'is where questions are answered',
      ['You may appeal within 180 days.', '', 'Questions: 1-800-555-0150 (TTY 711), 24 hours a day.'],
      '1-800-555-0150',
    ],
    [
      'is the line for members',
      [
        'Appeals: within 180 days, to Marlstone Appeals, PO Box 2219, Galt Harbor, OH 44999. Member line 1-800-555-0190.',
      ],
      '1-800-555-0190',
    ],
    [
      'stands below the address, with TTY behind it',
      ['To appeal, write or call: Marlstone Appeals, 31 Slip Road, Norvane, OH 44999', '1-800-555-0177 (TTY 711)'],
      '1-800-555-0177',
    ],
    [
      'is not where a pharmacist is to call',
      ['You may appeal within 180 days.', 'Details missing: ask your pharmacist to call 207-555-0148.'],
      undefined,
    ],
    [
      'is not where other insurance is told',
      ['You may appeal in writing within 180 days. If you have other insurance, let us know at 207-555-0149.'],
      undefined,
    ],
    ['is not the one for other languages', ['To read this in Spanish call 1-877-555-0119.'], undefined],
    ['is not the one for fraud', ['Think there is fraud? Call the tip line at 1-866-555-0161.'], undefined],
    [
      'is not one of the state',
      [
        'You may also complain to the Ohio Department of Insurance, 50 West Town Street, Columbus, OH 43999, 1-800-555-0126.',
      ],
      undefined,
    ],
    [
      'is not the one for doctors',
      ['Your surgeon may talk to the medical director: 860-555-0115, within 14 days.'],
      undefined,
    ],
    [
      'is the one a grievance begins with',
      ['Tell us within 180 days of getting this letter that you disagree: call 1-800-555-0137, fax 707-555-0138.'],
      '1-800-555-0137',
    ],
    [
      'stands behind a bar',
      ['Appeal by August 29: Marlstone Appeals, 6 Belfry Street, Norvane, OH 44998 / fax 614-555-0101 / 614-555-0100.'],
      '614-555-0100',
    ],
    [
      'has its word behind it',
      ['To appeal: Marlstone Appeals, PO Box 671, Norvane, OH 44998', '614-555-0117 (fax)    614-555-0110 (voice)'],
      '614-555-0110',
    ],
    [
      'may be for information',
      [
        'Appeals: 180 days from receipt, PO Box 70, Norvane, OH 44998, or by fax, 614-555-0112. Information 614-555-0111.',
      ],
      '614-555-0111',
    ],
    [
      'is not that of the whole country about bills that surprise',
      ['You may appeal within 180 days. If they bill you, call 1-800-985-3059.'],
      undefined,
    ],
    [
      'is not behind the long address of an agency',
      [
        'To dispute this write to us within 60 days of this letter. Ohio Department of Insurance, Consumer Services Division, 50 W. Town Street, Suite 300, Columbus, OH 43999, 614-555-0126.',
      ],
      undefined,
    ],
    ['is not one about something else', ['Questions about COBRA: Pell COBRA Services, 515-555-0122.'], undefined],
  ])('%s', (_, lines, expected) => {
    expect(phone(lines)).toBe(expected);
  });

  it('is not the number of the letterhead without a word', () => {
    expect(
      phone(
        ['You may appeal in writing within 180 days.'],
        'Phone 614-555-0161   Fax 614-555-0165   Office hours 8 to 4',
      ),
    ).toBeUndefined();
  });

  it('stands at the head of a benefit statement that prints no other', () => {
    const statement = (line: string): string =>
      `MARLSTONE HEALTH PLAN\nP.O. Box 410, Galt Harbor, OH 44999   614-555-0161   Fax 614-555-0165\n\nEXPLANATION OF BENEFITS\nJune 9, 2026\n\n${line}`;
    expect(fieldsOfText(statement('You may appeal within 180 days.'), 'eob').appeal_phone).toBe('614-555-0161');
    expect(
      fieldsOfText(statement('Billed by Norvane Chiropractic, 614-555-0188.'), 'eob').appeal_phone,
    ).toBeUndefined();
  });
});

describe("the number for an appeal in a plan's document", () => {
  it('stands right before the address', () => {
    const text =
      'MARLSTONE HEALTH PLAN\nYour booklet\n\n9.2  To appeal, call 1-800-555-0148 or write to Marlstone, Appeals, PO Box 77, Norvane, OH 44998.';
    expect(fieldsOfText(text, 'plan-document').appeal_phone).toBe('1-800-555-0148');
  });
});
