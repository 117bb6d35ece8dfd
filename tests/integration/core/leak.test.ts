// A closed vault tells nothing: a marker in a paper, its file name and a note is nowhere on disk after lock, in any spelling.
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/ids.ts';
import { bringIn, startUnlocked } from '../../helpers/core.ts';
import { spellingsOf } from '../../helpers/spellings.ts';

// Put together at run time, so that this file itself doesn't hold it.
const MARKER = ['zimtstern', 'quarzuhr', '7731'].join('');

test('the marker is found nowhere below the vault, the home folder or the temp folder', async () => {
  await using app = await startUnlocked();
  const temp = join(app.dir, 'tmp');
  await mkdir(temp);
  const began = join(app.dir, 'began');
  await writeFile(began, '');
  await bringIn(app, [
    {
      fileName: `${MARKER}.txt`,
      bytes: `NOTICE OF DENIAL\nDear ${MARKER}:\nThe service is not medically necessary.\n`,
    },
  ]);
  const [document] = await app.client.documents.list({});
  await app.client.documents.setNote({ id: document?.id as DocumentId, note: `${MARKER} said hello` });
  expect(await app.client.documents.search({ query: MARKER })).not.toEqual([]);
  await app.client.cases.create({ documentId: document?.id as DocumentId });
  await app.core.close();

  for (const spelling of spellingsOf(MARKER)) expect(await filesHolding(app.dir, spelling)).toEqual([]);
  // Elsewhere on disk: the readers and SQLite would leave it in the temp folders. What lay there before can't hold it.
  for (const dir of [tmpdir(), '/var/tmp']) {
    const written = [dir, '-xdev', '-type', 'f', '-newer', began, '-exec', 'grep', '-laF', MARKER, '{}', '+'];
    expect(spawnSync('find', written, { encoding: 'utf8' }).stdout).toBe('');
  }
});

async function filesHolding(dir: string, needle: Buffer): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const holding = await Promise.all(
    files.map(async (file) =>
      (await readFile(file)).includes(needle) || file.includes(needle.toString()) ? file : undefined,
    ),
  );
  return holding.filter((file) => file !== undefined);
}
