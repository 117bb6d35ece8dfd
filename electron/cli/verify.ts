// `verify`: every stored byte; and `verify --rebuild`, when only the stored papers are left.
import { resolve } from 'node:path';
import { isAppError } from '../../shared/errors.ts';
import { type Rebuilt, rebuiltSentences } from '../../shared/model/rebuilt.ts';
import { strayedSentences, sweptSentences } from '../../shared/model/strays.ts';
import { readingRulesIn } from '../core/reading-rules.ts';
import { nodePlatform } from '../hosts/node-platform.ts';
import { readOn } from '../intake/intake.ts';
import { createReaders } from '../readers/readers.ts';
import { rebuildVault } from '../vault/rebuild/rebuild.ts';
import type { Vault } from '../vault/types.ts';
import type { Secret } from '../vault/unlock.ts';
import { openVault, openVaultReadOnly } from '../vault/vault.ts';
import { createProgressLine, EXIT, printJson, printLine, sayLine } from './output.ts';
import { type SecretOptions, secretOf } from './secret.ts';

type Options = SecretOptions & {
  readonly json?: boolean;
  readonly rebuild?: boolean;
  readonly sweep?: boolean;
  readonly readOnly?: boolean;
};

/**
 * Implements `verify DIR`. Exits with 1 when something is damaged, and names it. With `--rebuild` a database that is lost or can't be read is
 * made anew from the stored papers first, and they are read again; with `--sweep` files that have belonged to nothing for 30 days are set aside,
 * and those set aside by a sweep at least 7 days ago are removed.
 */
export async function verifyCommand(dir: string, options: Options): Promise<void> {
  const secret = await secretOf(options);
  const rebuilt = options.rebuild === true ? await rebuild(resolve(dir), secret) : undefined;
  const vault = await (options.readOnly === true ? openVaultReadOnly : openVault)(resolve(dir), secret);
  try {
    if (rebuilt !== undefined) await readAgain(vault);
    const swept = options.sweep === true ? await vault.sweep() : undefined;
    const line = createProgressLine();
    const report = await vault.verify({ onProgress: (done, total) => line.show('Checking', done, total) });
    line.end();
    if (report.damaged.length > 0) process.exitCode = EXIT.failed;
    const strays = await vault.strays();
    if (options.json)
      return printJson({
        ...report,
        strays,
        ...(swept !== undefined && { swept }),
        ...(rebuilt !== undefined && { rebuilt }),
      });
    if (rebuilt !== undefined) for (const sentence of rebuiltSentences(rebuilt)) printLine(sentence);
    printLine(
      report.damaged.length === 0
        ? `All ${report.checked} stored items are whole.`
        : `${report.damaged.length} of ${report.checked} stored items are damaged:`,
    );
    for (const { what, code } of report.damaged) printLine(`  ${what}: ${code}`);
    if (swept !== undefined) for (const sentence of sweptSentences(swept)) printLine(sentence);
    for (const sentence of strayedSentences(strays)) sayLine(sentence);
  } finally {
    await vault.close();
  }
}

/** Undefined when the database can be read: that is said, and the check goes on. */
async function rebuild(dir: string, secret: Secret): Promise<Rebuilt | undefined> {
  const line = createProgressLine();
  try {
    return await rebuildVault(dir, secret, { onProgress: line.show });
  } catch (cause) {
    if (!isAppError(cause) || cause.code !== 'vault-rebuild-not-needed') throw cause;
    sayLine(cause.message);
    return undefined;
  } finally {
    line.end();
  }
}

/** Reads the papers of a rebuilt vault as if they had just come in. One that can't be read is marked as such; the others go on. */
async function readAgain(vault: Vault): Promise<void> {
  const platform = nodePlatform();
  const readers = createReaders(platform);
  const line = createProgressLine();
  try {
    await readOn(vault.documents.unfinished(), {
      vault,
      readers,
      readingRules: readingRulesIn(platform.resourcesDir),
      signal: new AbortController().signal,
      report: line.show,
    });
  } finally {
    line.end();
    await readers.close();
  }
}
