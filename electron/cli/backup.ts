// `backup`, `restore` and `backup-key`: the vault in one encrypted file, a vault again, and the key for a plain age program.
import { resolve } from 'node:path';
import type { BackupOptions } from '../vault/backup/progress.ts';
import { backupIdentity, restoreBackup } from '../vault/backup/restore.ts';
import { openVault } from '../vault/vault.ts';
import { createProgressLine, printJson, printLine, sayLine } from './output.ts';
import { type SecretOptions, secretOf } from './secret.ts';

type Options = SecretOptions & { readonly json?: boolean };

/** Implements `backup DIR FILE`. */
export async function backupCommand(dir: string, file: string, options: Options): Promise<void> {
  const vault = await openVault(resolve(dir), await secretOf(options));
  try {
    const made = await interruptible((control) => vault.backup(resolve(file), control));
    if (options.json) return printJson(made);
    printLine(`${file}: ${made.files} stored files, ${made.byteLength} bytes, written and read back.`);
    if (made.unsound > 0)
      sayLine(`${made.unsound} stored files were damaged or missing already. Run “verify” to see which.`);
  } finally {
    await vault.close();
  }
}

/** Implements `restore FILE DIR`. */
export async function restoreCommand(file: string, dir: string, options: Options): Promise<void> {
  const secret = await secretOf(options);
  const restored = await interruptible((control) => restoreBackup(resolve(file), resolve(dir), secret, control));
  if (options.json) return printJson({ ...restored, dir: resolve(dir) });
  printLine(`${dir}: restored as it was on ${restored.madeAt}, ${restored.files} stored files.`);
  if (restored.unsound > 0)
    sayLine(`${restored.unsound} stored files had been damaged or missing when the backup was made.`);
}

/** Implements `backup-key FILE`: prints the age identity that opens the backup. */
export async function backupKeyCommand(file: string, options: Options): Promise<void> {
  const identity = await backupIdentity(resolve(file), await secretOf(options));
  printLine(identity);
  sayLine(
    'Whoever has this line can read this vault’s backups. Put it in a file only for as long as you need it; FORMAT.md says how age uses it.',
  );
}

/** Shows progress; Ctrl+C stops the work properly, and what was begun goes away. */
async function interruptible<T>(work: (control: BackupOptions) => Promise<T>): Promise<T> {
  const line = createProgressLine();
  const abort = new AbortController();
  const stop = () => abort.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work({ signal: abort.signal, onProgress: line.show });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    line.end();
  }
}
