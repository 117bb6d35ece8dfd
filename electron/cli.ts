// The command line: the same core, in process. `--json` prints one JSON value on stdout and nothing else there.
import { Command, CommanderError, Option } from 'commander';
import { parseLanguage } from './cli/languages.ts';
import { EXIT, failWith, sayLine } from './cli/output.ts';

// Who reads the result may want no more of it (`… | head`): no fault, and the vault is closed as always.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const program = new Command('appeal-vault')
  .description(
    'Reads denial letters and builds appeal packets, on this computer only. It informs; it is not legal advice.',
  )
  .exitOverride()
  .configureOutput({ writeOut: (text) => process.stderr.write(text), writeErr: (text) => process.stderr.write(text) })
  .showHelpAfterError();

/** A command whose files are loaded when it is given: those of all commands take more than a second. */
const later =
  <A extends readonly unknown[]>(load: () => Promise<(...given: A) => unknown>) =>
  async (...given: A) => {
    const command = await load();
    await command(...given);
  };

const json = () => new Option('--json', 'print one JSON value on stdout');
const withPassphrase = (command: Command) =>
  command
    .addOption(new Option('--passphrase-file <file>', 'read the passphrase from the first line of a file'))
    .addOption(new Option('--passphrase-stdin', 'read the passphrase from standard input').conflicts('passphraseFile'));

const readOnly = () => new Option('--read-only', 'change nothing in the vault folder, which need not be writable');
const withPasswords = (command: Command) =>
  command.addOption(
    new Option('--password-file <file>', 'passwords to try on locked PDFs, one on each line of a file'),
  );
const language = () =>
  new Option(
    '--language <name>',
    'read scans in this language only, as the data in resources/ocr names it: spa, or spa+eng for both',
  ).argParser(parseLanguage);
const withWords = (command: Command) =>
  withPassphrase(command).addOption(
    new Option('--words-file <file>', 'use the 24 recovery words in a file instead of the passphrase').conflicts([
      'passphraseFile',
      'passphraseStdin',
    ]),
  );

withPasswords(program.command('read').argument('<files...>').addOption(json()).addOption(language()))
  .description('reads each file without a vault: kind, reasons, fields')
  .action(later(async () => (await import('./cli/read.ts')).readCommand));
withPasswords(program.command('ocr').argument('<files...>').addOption(json()).addOption(language()))
  .option('--pdf <out>', 'also writes a searchable copy: the pages as they are, words behind the scanned ones')
  .description('reads the text of each page without a vault')
  .action(later(async () => (await import('./cli/ocr.ts')).ocrCommand));
withPassphrase(program.command('init').argument('<dir>').addOption(json()))
  .description('makes a new vault and prints its recovery words once')
  .action(later(async () => (await import('./cli/vault.ts')).initCommand));
withPassphrase(program.command('unlock-check').argument('<dir>').addOption(readOnly()))
  .description('tells whether the passphrase opens the vault')
  .action(later(async () => (await import('./cli/vault.ts')).unlockCheckCommand));
withPasswords(withPassphrase(program.command('import').argument('<dir>').argument('<files...>').addOption(json())))
  .description('takes files into the vault and reads them')
  .action(later(async () => (await import('./cli/documents.ts')).importCommand));
withPassphrase(program.command('list').argument('<dir>').addOption(json()).addOption(readOnly()))
  .description('lists the papers in the vault')
  .action(later(async () => (await import('./cli/documents.ts')).listCommand));
withPassphrase(program.command('search').argument('<dir>').argument('<query>').addOption(json()).addOption(readOnly()))
  .description('searches the words of all papers')
  .action(later(async () => (await import('./cli/documents.ts')).searchCommand));
withPassphrase(program.command('export').argument('<dir>').argument('<id>').argument('<out>').addOption(readOnly()))
  .description('writes a paper as it was imported, byte for byte')
  .action(later(async () => (await import('./cli/documents.ts')).exportCommand));
withPassphrase(program.command('case').argument('<dir>').addOption(json()))
  .option('--new [id]', 'make a case from a denial (its paper id; without one, the newest denial letter)')
  .option('--show [id]', 'show a case (without an id, the newest)')
  .option('--received <date>', 'the day the denial arrived, YYYY-MM-DD')
  .option('--sent <date>', 'the day the appeal went out, YYYY-MM-DD')
  .description('makes or shows a case: reasons, deadlines, gaps')
  .action(later(async () => (await import('./cli/case.ts')).caseCommand));
withPassphrase(program.command('packet').argument('<dir>').addOption(json()))
  .requiredOption('--case <id>', 'the case')
  .requiredOption('--out <file>', 'where to write the PDF')
  .option('--draft', 'build a marked draft although points are open')
  .option('--bates <prefix>', 'Bates prefix for the page stamps')
  .option('--preset <name>', 'first set the packet up as a preset has it, e.g. external-review or attorney-record')
  .option('--size-limit <mb>', 'also write volumes below so many megabytes, beside the packet')
  .option('--fax [pages]', 'also write a fax copy; with a number, in transmissions of so many pages')
  .option('--print', 'also write a set for printing on both sides')
  .option(
    '--manifest <file>',
    'also write the files and sources with their SHA-256: .json, .csv, .pdf, or .txt for sha256sum',
  )
  .description('builds a packet')
  .action(later(async () => (await import('./cli/packet.ts')).packetCommand));
withWords(program.command('verify').argument('<dir>').addOption(json()))
  .addOption(readOnly().conflicts(['rebuild', 'sweep']))
  .option('--rebuild', 'when the database is lost or damaged, first make a new one from the stored papers')
  .option('--sweep', 'set aside files that have belonged to nothing for 30 days, and remove those set aside 7 days ago')
  .description('checks every stored byte of the vault')
  .action(later(async () => (await import('./cli/verify.ts')).verifyCommand));
withWords(program.command('backup').argument('<dir>').argument('<file>').addOption(json()))
  .description('writes the whole vault into one new encrypted file and reads it back')
  .action(later(async () => (await import('./cli/backup.ts')).backupCommand));
withWords(program.command('restore').argument('<file>').argument('<dir>').addOption(json()))
  .description('makes a vault again from a backup, in an empty or new folder')
  .action(later(async () => (await import('./cli/backup.ts')).restoreCommand));
withWords(program.command('backup-key').argument('<file>'))
  .description('prints the key with which a plain age program opens the backup')
  .action(later(async () => (await import('./cli/backup.ts')).backupKeyCommand));
program
  .command('serve')
  .option('--vault <dir>', 'vault folder')
  .option('--port <number>', 'port on 127.0.0.1', (value: string) => Number(value))
  .description('runs the app in a browser on this computer; prints the one-time address')
  .action(async (options: { vault?: string; port?: number }) => {
    const { serveInTerminal } = await import('./serve.ts');
    await serveInTerminal({ vaultDir: options.vault, port: options.port }, sayLine);
  });
program
  .command('demo')
  .argument('[out]', 'where to write the packet', 'packet.pdf')
  .description('the sample case from its scans to a packet, in a throw-away vault')
  .action(later(async () => (await import('./cli/demo.ts')).demoCommand));

try {
  await program.parseAsync();
} catch (cause) {
  if (cause instanceof CommanderError) process.exitCode = cause.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
  else failWith(cause);
}
