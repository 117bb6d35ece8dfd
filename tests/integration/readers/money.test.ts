// The money of the sample case from its scans alone: what is at stake, paid and asked, to the cent.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { moneyView } from '../../../shared/cases/money/money-view.ts';
import type { FullDocument } from '../../../shared/model/document.ts';
import { readDocument } from '../../../shared/reading/read-document.ts';
import { caseOf, samplePapers, TODAY } from '../../helpers/cases.ts';
import { testReaders } from '../../helpers/readers.ts';
import { READING_RULES } from '../../helpers/reading.ts';

const SCANS = new URL('../../../resources/samples/ketamine-case/', import.meta.url);
const readers = testReaders();
afterAll(() => readers.close());

/** Denial letter, statement of the plan and two bills, read from their scans. */
async function scannedPapers(): Promise<FullDocument[]> {
  const files = readdirSync(SCANS).filter((file) => /^00[1-4]/.test(file));
  return Promise.all(
    samplePapers()
      .slice(0, 4)
      .map(async ({ document }, index) => {
        const { pages } = await readers.read(readFileSync(new URL(files[index]!, SCANS)));
        const reading = readDocument(pages, READING_RULES);
        return { document: { ...document, kind: reading.kind.value }, pages, reading };
      }),
  );
}

test('money at stake is what the scans say, every amount with its words on the page', async () => {
  const documents = await scannedPapers();
  const view = moneyView({ case: caseOf(documents), documents, today: TODAY });
  expect(view.atStake?.cents).toBe(297000);
  expect(view.patientPaid.cents).toBe(38000);
  expect(view.balances.map(({ cents, account }) => [cents, account])).toEqual([[277000, 'CL-20871']]);
  expect(view.claims.map(({ billed, notCovered, patientShare }) => [billed, notCovered, patientShare])).toEqual([
    [187500, 142500, 151500],
    [199500, 154500, 163500],
  ]);
  expect(view.differences).toEqual([]);
  for (const { source, cents } of view.claims.flatMap(({ lines }) => lines)) {
    const page = documents.find(({ document }) => document.id === source.documentId)?.pages[
      source.proof.pageNumber - 1
    ];
    const words = page?.words.slice(source.proof.from, source.proof.to).map(({ text }) => text);
    expect(words?.join(' ')).toBe(source.proof.quote);
    expect(source.proof.quote.replace(/\D/g, '')).toBe(String(cents).padStart(3, '0'));
  }
});
