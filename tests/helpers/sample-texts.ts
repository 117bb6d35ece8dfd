// The sample case from the texts of its ten papers instead of their scans: the same case, without optical reading.
import { readdir, readFile } from 'node:fs/promises';
import { localToday } from '../../electron/hosts/node-platform.ts';
import { bringIn, startUnlocked } from './core.ts';

const PAPERS = new URL('../fixtures/papers/', import.meta.url);

/** Makes a vault with the usual passphrase in `vaultDir`, the ten papers and the case of the denial among them in it. */
export async function fillWithSampleTexts(vaultDir: string): Promise<void> {
  await using made = await startUnlocked({ defaultVaultDir: vaultDir, today: localToday });
  const names = (await readdir(PAPERS)).filter((name) => /^0(0\d|10)-.*\.txt$/.test(name)).sort();
  await bringIn(
    made,
    await Promise.all(
      names.map(async (fileName) => ({ fileName, bytes: await readFile(new URL(fileName, PAPERS), 'utf8') })),
    ),
  );
  const denial = (await made.client.documents.list({})).find(({ fileName }) => fileName.startsWith('001'));
  if (denial === undefined) throw new Error('The denial is not among the papers.');
  const { case: value } = await made.client.cases.create({ documentId: denial.id });
  await made.client.cases.setReceived({ id: value.id, receivedOn: '2026-09-14' });
  await made.client.cases.setPlanType({ id: value.id, planType: 'erisa-self-funded' });
}
