import { expect, test } from 'vitest';
import type { FullDocument } from '../../../shared/model/document.ts';
import { exhibitTitle } from '../../../shared/packet/exhibit-title.ts';

const paper = (title: string, own?: string) =>
  ({
    document: { title, fileName: 'scan of secret.pdf', kind: 'medical-record' },
    reading: own === undefined ? {} : { title: own },
  }) as unknown as FullDocument;

test('a title that only repeats the file name gives way to the paper’s own title, then to its kind', () => {
  expect(exhibitTitle(paper('Medical record: scan of secret.pdf'))).toBe('Medical record');
  expect(exhibitTitle(paper('Medical record: scan of secret.pdf', 'Visit note'))).toBe('Visit note');
  expect(exhibitTitle(paper('Dr. V, June'))).toBe('Dr. V, June');
});

test('capitals are set in ordinary letters, small words stay small', () => {
  expect(exhibitTitle(paper('NOTICE OF ADVERSE BENEFIT DETERMINATION - POST-SERVICE CLAIM'))).toBe(
    'Notice of Adverse Benefit Determination - Post-Service Claim',
  );
  expect(exhibitTitle(paper('Plan Document and SPD'))).toBe('Plan Document and SPD');
});
