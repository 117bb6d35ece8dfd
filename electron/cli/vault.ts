// `init` and `unlock-check`: a new vault, and whether one opens.
import { printJson, printLine, sayLine } from './output.ts';
import { type PassphraseOptions, type ReadingOptions, readPassphrase, withCore, withVault } from './session.ts';

type Options = PassphraseOptions & { readonly json?: boolean };

/** Implements `init DIR`. The recovery words are printed once and kept nowhere. */
export async function initCommand(dir: string, options: Options): Promise<void> {
  await withCore(dir, async ({ client }) => {
    const passphrase = await readPassphrase(options, 'New passphrase (12 characters or more): ');
    const { recoveryWords } = await client.vault.create({ passphrase });
    if (options.json) return printJson({ recoveryWords });
    printLine(recoveryWords.map((word, index) => `${String(index + 1).padStart(2)} ${word}`).join('\n'));
    sayLine(
      'Write these 24 words down and keep them apart from the computer: they open the vault if the passphrase is lost. They are not shown again.',
    );
  });
}

/** Implements `unlock-check DIR`. */
export async function unlockCheckCommand(dir: string, options: ReadingOptions): Promise<void> {
  await withVault(dir, options, async () => sayLine('The passphrase opens this vault.'));
}
