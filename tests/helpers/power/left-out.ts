// The fsyncs the promises rest on. Each taken out of a record must break a promise, or the replay would prove nothing.
import { powerCuts } from './replay.ts';
import { checkPowerCut, type RecordedWork, type Work } from './scenarios.ts';

interface LeftOut {
  readonly what: string;
  readonly work: Work;
  /** By all names the file or folder ever has, below the folder that holds the vault. */
  readonly matches: RegExp;
  /** What the program said last when it shows; anything without it. */
  readonly after?: string;
}

/** Every place in the code that asks for an fsync, and SQLite's own. */
export const LEFT_OUT: readonly LeftOut[] = [
  { what: 'of a stored file', work: 'import', matches: /^vault\/blobs\/.*\.age$/ },
  { what: 'of the folder a stored file is renamed into', work: 'import', matches: /^vault\/blobs\/[0-9a-f]{2}$/ },
  { what: 'of the folder those folders are made in', work: 'import', matches: /^vault\/blobs$/ },
  { what: 'of the log of the database', work: 'import', matches: /^vault\/db\/main\.db-wal$/ },
  { what: 'of the folder of the log', work: 'import', matches: /^vault\/db$/ },
  {
    what: 'of the database when the log is emptied',
    work: 'import',
    matches: /^vault\/db\/main\.db$/,
    after: 'closed',
  },
  { what: 'of a header', work: 'passphrase', matches: /^vault\/vault\.hdr/ },
  { what: 'of the folder a header is renamed in', work: 'passphrase', matches: /^vault$/ },
  { what: 'of a backup', work: 'backup', matches: /^places\/.*\.vaultbak$/ },
  { what: 'of the folder a backup is named in', work: 'backup', matches: /^places$/ },
];

/** The first promise broken when these fsyncs are left out; undefined when none is. Looks only where the program had just said something. */
export async function brokenWithout(
  run: RecordedWork,
  { matches, after }: LeftOut,
  at: string,
): Promise<string | undefined> {
  const cuts = powerCuts(run, {
    tears: 12,
    onlyWhenSaid: true,
    leaveOut: (names) => names.some((name) => matches.test(name)),
  });
  for (const cut of cuts) {
    if (after !== undefined && cut.said.at(-1) !== after) continue;
    try {
      await checkPowerCut(run, cut, at);
    } catch (cause) {
      return cause instanceof Error ? cause.message : String(cause);
    }
  }
  return undefined;
}
