// Where an appeal goes: the address, fax and telephone of letters that ask for it in other words, or that send it back to their head.
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../../shared/model/finding.ts';
import type { DocumentKind } from '../../../../shared/model/vocabulary.ts';
import { fieldsOfText } from '../../../helpers/fields.ts';

/** The fields of a letter with these last lines; `subject` stands below the date. */
function letter(lines: readonly string[], subject = '', kind: DocumentKind = 'denial-letter'): Fields {
  return fieldsOfText(
    [
      'THISTLEDOWN HEALTH PLAN',
      'P.O. Box 88, Corran Falls, OH 44999   Fax 614-555-0107',
      '',
      'June 9, 2026',
      subject,
      '',
      'Dear Ms. Arkwright:',
      '',
      'We cannot pay for the scan of your knee, because your plan leaves it out of what it covers.',
      'Nothing that your surgeon wrote to us changes what the contract says about such scans.',
      '',
      'The radiologist may not bill you for more than the contract lets her.',
      'Your other claims of this spring were paid.',
      'Nothing more is needed for those.',
      'We kept copies of all that you sent.',
      '',
      ...lines,
    ].join('\n'),
    kind,
  );
}

describe('where an appeal goes', () => {
  it.each([
    ['where the letter counts days from itself', 'Send your reasons within 60 days of this letter to'],
    ['where it is called a review', 'You may ask us for one more review. Send it to'],
    ['where somebody sees it differently', 'If you see it differently, write to'],
    ['where one is to think again', 'You can ask us to think again, in writing, no later than October 27, 2026, at'],
    ['where one does not accept it', "If you don't accept this, send your reasons to"],
  ])('is told %s', (_, words) => {
    const fields = letter([words, 'Claim Panel, 31 Slip Road, Norvane, OH 44998; fax 614-555-0159.']);
    expect(fields.appeal_address).toBe('31 Slip Road, Norvane, OH 44998');
    expect(fields.appeal_fax).toBe('614-555-0159');
  });

  it('is the letterhead, with its fax, where a first denial counts days and names no other address', () => {
    const fields = letter(['You may write to us within 60 days of this letter.']);
    expect(fields.appeal_address).toBe('P.O. Box 88, Corran Falls, OH 44999');
    expect(fields.appeal_fax).toBe('614-555-0107');
  });

  it('is not the letterhead where nothing may be asked for', () => {
    expect(letter(['We wish you well.']).appeal_address).toBeUndefined();
  });

  it('may have the number of its house in a word', () => {
    expect(letter(['Appeals: within 60 days, to One Mill Square, Suite 4, Norvane, OH 44998.']).appeal_address).toBe(
      'One Mill Square, Suite 4, Norvane, OH 44998',
    );
  });

  it.each([
    'POB 9114, Norvane, OH 44998',
    'PO Drawer L, Norvane, OH 44998',
    'Lock Box 61, Norvane, OH 44998',
    'Suite 9, 300 Canal Row, Norvane, OH 44998',
    '12 Paseo del Mar, Norvane, CA 93998',
    'Courthouse Annex, Norvane, OH 44998',
    'Pier 4, Norvane, OH 44998',
    'PO BOX 4004 / NORVANE OH 44998',
  ])('may be %j', (address) => {
    expect(letter([`Send your appeal within 60 days of this letter to Appeals, ${address}.`]).appeal_address).toBe(
      address.replace(' / ', ', '),
    );
  });

  it('does not begin with the year of a date above', () => {
    const fields = fieldsOfText(
      'THISTLEDOWN HEALTH PLAN\n\nAppeals\nJune 9, 2026\nAda Merriman\n6 Glover Steps\nNorvane, OH 44998\n\nDear Ms. Merriman:\n\nWe deny the claim.\n\nAn appeal may be sent within 60 days to Appeals, PO Box 77, Corran Falls, OH 44999.',
      'denial-letter',
    );
    expect(fields.appeal_address).toBe('PO Box 77, Corran Falls, OH 44999');
  });

  it('is the head, with the fax named beside it', () => {
    const fields = letter([
      'You may request a second level appeal within 60 days of receipt.',
      'Mail it to the address at the top of this letter or fax to 614-555-0147.',
      'Ohio Department of Insurance, Consumer Services Division, 50 W. Town Street, Columbus, OH 43999.',
    ]);
    expect(fields.appeal_address).toBe('P.O. Box 88, Corran Falls, OH 44999');
    expect(fields.appeal_fax).toBe('614-555-0147');
  });

  it('is the office of the federal government once its plan upheld a denial', () => {
    const fields = letter(
      [
        'You may ask for a review by the United States Office of Personnel Management, Healthcare and Insurance,',
        'Federal Employee Insurance Operations, 1900 E Street NW, Washington, DC 20415.',
      ],
      'RE: Decision on your appeal: denial upheld',
    );
    expect(fields.appeal_address).toBe('1900 E Street NW, Washington, DC 20415');
  });

  it('is whoever hears it once the appeal was refused', () => {
    const fields = letter(
      [
        'You may request a State Fair Hearing within 120 days of this notice:',
        'Office of Administrative Hearings, 9 Canal Row, Norvane, OH 44998, fax 614-555-0166.',
      ],
      'RE: Decision on your appeal: denial upheld',
    );
    expect(fields.appeal_address).toBe('9 Canal Row, Norvane, OH 44998');
    expect(fields.appeal_fax).toBe('614-555-0166');
  });

  it('is told by no letter that decides nothing', () => {
    const lines = [
      'If the claim is denied you may appeal within 180 days of receiving that notice.',
      'Fax the records to 614-555-0159.',
    ];
    const fields = letter(lines, 'REQUEST FOR RECORDS', 'correspondence');
    expect(fields.appeal_fax).toBeUndefined();
    expect(fields.appeal_deadline_days).toBeUndefined();
  });

  it('may be told in a log of calls', () => {
    const fields = fieldsOfText(
      ['CALL LOG   kept by Ada Merriman', '', '6/9/26   Appeal department said: fax appeals to 614-555-0159.'].join(
        '\n',
      ),
      'correspondence',
    );
    expect(fields.appeal_fax).toBe('614-555-0159');
  });

  it("stands under the desk and the house's name above a member's letter", () => {
    const text =
      'Ada Merriman\n3 Ferry Landing\nNorvane, OH 44998\n\nAugust 14, 2026\n\nAppeals Department\nThistledown Health\nP.O. Box 4141\nCorran Falls, OH 44999\n\nTo whom it may concern:\n\nI do not agree with your letter of July 2 about my chair.';
    expect(fieldsOfText(text, 'correspondence').appeal_address).toBe('P.O. Box 4141 Corran Falls, OH 44999');
  });

  it('is where a statement of drugs says to ask for a coverage decision', () => {
    const text =
      'THISTLEDOWN RX (PDP)\nYour monthly summary\nApril 6, 2026\n\nNot paid: one drug, $40.00.\n\nYou can ask us for a coverage determination. Fax 614-555-0165, or write to Thistledown Rx,\nPO Box 7420, Corran Falls, OH 44999.';
    const fields = fieldsOfText(text, 'eob');
    expect(fields.appeal_address).toBe('PO Box 7420, Corran Falls, OH 44999');
    expect(fields.appeal_fax).toBe('614-555-0165');
  });

  it('is where somebody writes who does not agree', () => {
    expect(letter(["If you don't agree, write to the Committee, Box 22, Norvane, OH 44998."]).appeal_address).toBe(
      'Box 22, Norvane, OH 44998',
    );
  });
});
