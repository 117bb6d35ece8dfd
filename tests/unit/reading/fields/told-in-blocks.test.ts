// Days and codes in blocks of labels, and claims told one by one.
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../helpers/fields.ts';

describe('a block of labels', () => {
  it('has both ends of a stay, each beside its label', () => {
    const fields = fieldsOf('Patient     Arlo Penhaligon\nAdmit       04/02/2026          Discharge   04/09/2026');
    expect(fields.dates_of_service).toEqual(['2026-04-02', '2026-04-09']);
  });

  it('has diagnoses that look like remark codes', () => {
    const fields = fieldsOf('Patient     Arlo Penhaligon\nDiagnosis   A41.9, N10   DRG 872   Billed   $58,114.20');
    expect(fields.codes?.icd10).toEqual(['A41.9', 'N10']);
    expect(fields.codes?.rarc ?? []).toEqual([]);
  });
});

describe('claims told one by one', () => {
  it('have their days behind their numbers', () => {
    const told = [
      'CLAIM 26-688-0917.  February 15, 2026.  11603, excision, $640.00.  We have written to the office.',
      'CLAIM 26-702-3350.  March 3, 2026.  99213, $152.00.  It reached us on April 5.',
    ].join('\n\n');
    const fields = fieldsOf('Member: Arlo Penhaligon', 'denial-letter', `\n${told}\n`);
    expect(fields.dates_of_service).toEqual(['2026-02-15', '2026-03-03']);
  });

  it('are no days where the sentence tells when a claim came', () => {
    const told = 'Claim 26-688-0917 arrived on February 15, 2026, after the end of the year for filing.';
    const fields = fieldsOf('Member: Arlo Penhaligon', 'denial-letter', `\n${told}\n`);
    expect(fields.dates_of_service).toBeUndefined();
  });
});
