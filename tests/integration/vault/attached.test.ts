// What is attached to a mail when a crash came between: found again from the mail itself, once, and left alone when it was put away.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readingRulesIn } from '../../../electron/core/reading-rules.ts';
import { readOn } from '../../../electron/intake/intake.ts';
import { mailOf } from '../../helpers/mails.ts';
import { testReaders } from '../../helpers/readers.ts';
import { newVault, temporaryFolder } from './vault-fixture.ts';

it('is stored and read when the mail is read on', async () => {
  const { vault } = await newVault(join(temporaryFolder(), 'vault'));
  const readers = testReaders(1);
  const readingRules = readingRulesIn(fileURLToPath(new URL('../../../resources', import.meta.url)));
  const parts = ['one', 'two'].map((name) => ({
    name: `${name}.txt`,
    type: 'text/plain',
    bytes: `Letter ${name} of May`,
  }));
  const bytes = mailOf({ subject: 'Papers', text: 'Two letters', parts });
  const mail = await vault.documents.add({
    fileName: 'papers.eml',
    format: 'mail',
    mediaType: 'message/rfc822',
    bytes,
  });
  const services = { vault, readers, readingRules, signal: new AbortController().signal, report: () => undefined };
  const told = () => vault.documents.list().map(({ fileName, state, cameWith }) => [fileName, state, cameWith]);
  const whole = [
    ['papers.eml', 'ready', undefined],
    ['one.txt', 'ready', [mail.id]],
    ['two.txt', 'ready', [mail.id]],
  ];
  await readOn([mail.id], services);
  expect(told()).toEqual(whole);
  const second = vault.documents.list()[2]!;
  vault.documents.trash(second.id);
  await readOn([mail.id], services);
  expect(told()).toEqual(whole.slice(0, 2));
  // Gone for good, with what was noted about it.
  expect(await vault.trash.empty()).toBe(1);
  expect(told()).toEqual(whole.slice(0, 2));
  await readers.close();
  await vault.close();
});
