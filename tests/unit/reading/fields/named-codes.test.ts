// Codes of procedures told by what stands beside them, and adjustment codes told from a payer's own marks.
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsOfText } from '../../../helpers/fields.ts';

describe('codes of procedures', () => {
  it.each([
    ['with their words behind', 'Asked for  95810 attended polysomnography, 1 night', ['95810']],
    ['behind the words for the care', 'Re: Speech therapy 92507, Norvane Clinic', ['92507']],
    ['behind what names the care', 'Operation  44970         Surgeon  Dr. Brandt', ['44970']],
    ['set off by a comma and a gap', 'Study         scan of the lumbar spine, 72148                 Urgent', ['72148']],
    ['set off by commas', 'Request: Deep brain stimulation, 61863, G20.B1', ['61863']],
    ['before a word', 'REQUEST      26-UM-0330917           43775, inpatient 1 day', ['43775']],
    [
      'of the form of four digits and a letter',
      'Test           0340U  tumor-informed circulating DNA, 4 draws',
      ['0340U'],
    ],
    ['with their units', '08/11/2026  J1745x40  4,880.00   3,120.00      0.00    2,808.00', ['J1745']],
    [
      'with a modifier joined on',
      '10/20/25   E0470RR    bilevel device, rental     612.00         0.00     612.00',
      ['E0470'],
    ],
    ['behind the words for their part', 'Scan, thyroid  76536            340.00      98.00', ['76536']],
    [
      'in brackets with a diagnosis',
      'The claims are for the stone on the left (N20.0; 52356). We read the chart.',
      ['52356'],
    ],
    [
      'in a list with others, beside the name of a street',
      'Infusions (J0585), 96413 and 96415, at Alder Street Infusion',
      ['J0585', '96413', '96415'],
    ],
    ['in a list that is called codes', 'Codes on the claim: 99204, 86431; diagnosis M25.50.', ['99204', '86431']],
    ['in a list that goes on below', 'We were asked for therapy (CPT 97110,\n97112) of your hip.', ['97110', '97112']],
    [
      'below an answer of two letters',
      'Service   63047 decompression    NO\n20930 bone graft material',
      ['63047', '20930'],
    ],
    ['behind the number of a line', 'Line 3   99214-57   Office visit', ['99214']],
  ])('%s', (_, block, expected) => {
    expect(fieldsOf(block).codes?.cpt_hcpcs).toEqual(expected);
  });

  it.each([
    ['a ZIP beside a diagnosis', 'Tilden Crossing, NE 68999                 Dx G47.33'],
    ['a part of a number', 'Re: R. Tate, KMT 20118, of our plan for millers'],
    ['a family of codes', 'Base: L5000-series'],
    ['the number of a street', '41230 Pewter Mill Road'],
  ])('are not %s', (_, block) => {
    expect(fieldsOf(block).codes?.cpt_hcpcs ?? []).toEqual([]);
  });
});

describe('adjustment and remark codes', () => {
  const statement = (rows: readonly string[], legend: readonly string[]): string =>
    [
      'MARLSTONE HEALTH PLAN',
      'EXPLANATION OF BENEFITS - THIS IS NOT A BILL',
      'Statement date: June 9, 2026',
      '',
      'Date          Service              Charge       Paid    You owe   Note',
      ...rows,
      '',
      'NOTES',
      ...legend,
    ].join('\n');

  it('are numbers in brackets that close several notes', () => {
    const { codes } = fieldsOfText(
      statement(
        [
          '04/06/2026    99213 Visit          180.00       0.00     180.00   AA',
          '04/13/2026    99214 Visit          220.00       0.00     220.00   BB',
        ],
        [
          'AA  We found no order from your primary doctor to this clinic. (288)',
          'BB  The visit fell after your last day with us. (27)',
        ],
      ),
      'eob',
    );
    expect(codes?.carc).toEqual(['288', '27']);
  });

  it('are what a letter calls an ANSI code', () => {
    expect(fieldsOf('These claims are denied. ANSI code 185, shown on the remittance.').codes?.carc).toEqual(['185']);
  });

  it('are numbers whose notes tell what the national ones mean', () => {
    const { codes } = fieldsOfText(
      statement(
        [
          '04/06/2026    99213 Visit          180.00       0.00     180.00   97',
          '04/13/2026    99214 Visit          220.00       0.00     220.00   119',
        ],
        ['97   Paid within what another line of the day was paid.', '119  The days of care for one year were used up.'],
      ),
      'eob',
    );
    expect(codes?.carc).toEqual(['97', '119']);
  });

  it('are numbers beside a remark code', () => {
    const { codes } = fieldsOfText(
      statement(
        ['04/06/2026    92004 Eye exam       180.00       0.00     180.00   96, N130'],
        ['96   Not paid.', 'N130 Look into your booklet.'],
      ),
      'eob',
    );
    expect(codes?.carc).toEqual(['96']);
    expect(codes?.rarc).toEqual(['N130']);
  });

  it('are not marks of the payer that look like the shortest remark codes', () => {
    const { codes } = fieldsOfText(
      statement(
        [
          '04/06/2026    99213 Visit          180.00       0.00     180.00   M4',
          '04/13/2026    99214 Visit          220.00       0.00     220.00   T1',
        ],
        ['M4  This was no sudden and serious condition.', 'T1  We got the bill too late.'],
      ),
      'eob',
    );
    expect([codes?.carc ?? [], codes?.rarc ?? []]).toEqual([[], []]);
  });

  it('are not reasons that are counted, nor the state before a telephone number', () => {
    const { codes } = fieldsOfText(
      'MARLSTONE HEALTH PLAN\nJune 9, 2026\n\nDear Ms. Arkwright:\n\nREASON NO. 1. The agency had no number of the State.\nREASON NO. 2. It did not ask us first.\n\nClaims, Denver, CO 970-555-0100   $45.00\n',
      'denial-letter',
    );
    expect(codes?.carc ?? []).toEqual([]);
  });
});
