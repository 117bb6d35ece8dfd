// Codes, marks and numbers of scanned papers, with the mistakes that optical reading makes of them.
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../shared/reading/read-document.ts';
import { pagesFromText } from '../../../shared/text/plain-text.ts';
import { READING_RULES } from '../../helpers/reading.ts';

/** Reads a text as a scan whose words were read so. */
const readScan = (text: string) =>
  readDocument(
    pagesFromText(text).map((page) => ({ ...page, source: 'ocr' as const })),
    READING_RULES,
  );

const statement = (rows: readonly string[], notes: readonly string[]): string =>
  [
    'TARN VALLEY HEALTH PLAN',
    'EXPLANATION OF BENEFITS - THIS IS NOT A BILL',
    '',
    'Member: Ottilie Brandvold          Member ID: KHOO77150244',
    'Claim: 55-0192-7                   Provider: Hollow Creek Imaging',
    '',
    ...rows,
    '',
    ...notes,
  ].join('\n');

describe('a statement that was scanned', () => {
  const TABLE = [
    'Date        Service                 Billed     Allowed     Paid    You owe   See note',
    '03/02/26    Visit (99213)           120.00      89.00     71.00     18.00',
  ];

  test('groups of adjustment codes are told with a zero for their O', () => {
    const { fields, reasons } = readScan(
      statement(
        [
          'Date        Proc     Billed     Allowed     Paid     Adj',
          '03/02/26    72148    950.00       0.00      0.00     C0-197',
          '03/02/26    72158    150.00       0.00      0.00     0A-18',
        ],
        [],
      ),
    );
    expect(fields.codes?.carc).toEqual(['197', '18']);
    expect(reasons.map(({ reason }) => reason).sort()).toEqual(['duplicate-claim', 'prior-authorization-missing']);
  });

  test('a mark that was read twice points to its note', () => {
    const { reasons } = readScan(
      statement(
        [...TABLE, '03/02/26    Removal (17110)         210.00       0.00      0.00    210.00   Cc'],
        [
          'Notes',
          'A  The visit was paid at the rate for the network.',
          'C  The skin tags were removed for looks alone, and the plan pays for nothing cosmetic.',
        ],
      ),
    );
    expect(reasons.map(({ reason }) => reason)).toEqual(['cosmetic']);
  });

  test.each([
    ['Al', 'A1'],
    ['#3', '*3'],
  ])('the mark %s points to the note %s', (read, printed) => {
    const { reasons } = readScan(
      statement(
        [...TABLE, `03/02/26    Removal (17110)         210.00       0.00      0.00    210.00   ${read}`],
        [
          'Notes',
          'B2  The visit was paid at the rate for the network.',
          `${printed}  The skin tags were removed for looks alone, and the plan pays for nothing cosmetic.`,
        ],
      ),
    );
    expect(reasons.map(({ reason }) => reason)).toEqual(['cosmetic']);
  });

  test('a number is copied with the zeros it was printed with, and proved by the word on the page', () => {
    const { fields, findings } = readScan(statement(TABLE, []));
    expect(fields.member_id).toBe('KH0077150244');
    const finding = findings.find(({ field }) => field === 'member_id');
    expect(finding?.proof.quote).toBe('KHOO77150244');
    expect(finding?.why).toContain('a sign on the scan was taken for the one of its shape');
    expect(finding?.confidence).toBeLessThan(0.7);
  });

  test('a code with a dollar sign for its letter is told from the sums of its row', () => {
    const { fields } = readScan(
      statement([...TABLE, '03/05/26    $9122 Home aide         270.00       0.00      0.00    270.00'], []),
    );
    expect(fields.codes?.cpt_hcpcs).toEqual(['99213', 'S9122']);
  });

  test('text that was never read optically stays as it is', () => {
    const { fields } = readDocument(pagesFromText(statement(TABLE, [])), READING_RULES);
    expect(fields.member_id).toBe('KHOO77150244');
  });
});

describe('codes of scanned records', () => {
  test('a diagnosis whose letter was read as a digit is told behind its label alone', () => {
    const { fields } = readScan(
      [
        'HOLLOW CREEK CLINIC - VISIT NOTE',
        'Patient: Ottilie Brandvold    Seen: 03/02/2026',
        'Weight 121.4 pounds, temperature 98.6.',
        'DX 121.4 NSTEMI. E11.65 diabetes.',
        'Services: $9480, intensive outpatient',
        'Paid at the desk: $2000',
      ].join('\n'),
    );
    expect(fields.codes?.icd10).toEqual(['I21.4', 'E11.65']);
    expect(fields.codes?.cpt_hcpcs).toEqual(['S9480']);
  });
});
