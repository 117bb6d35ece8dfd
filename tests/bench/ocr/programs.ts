// The programs that are compared: each reads a PDF of scans and hands the text of its pages back, with its time and memory.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Run {
  /** Text of each page. */
  readonly texts: readonly string[];
  readonly wallSeconds: number;
  /** Of the program and all it started. */
  readonly cpuSeconds: number;
  /** Most memory it and all it started held at one time (PSS, so that shared pages count once), looked at every fifth of a second. */
  readonly peakMb: number;
}

/** A program: undefined when it is not installed. */
export interface Program {
  readonly name: string;
  readonly run: (pdf: string, scratch: string) => Promise<Run>;
}

const CLI = fileURLToPath(new URL('../../../electron/cli.ts', import.meta.url));

/** Ours; the searchable copy is always written, as OCRmyPDF does. */
const OURS: Program = {
  name: 'Appeal Vault',
  run: async (pdf, scratch) => {
    const args = [CLI, 'ocr', pdf, '--json', '--pdf', join(scratch, 'ours.pdf')];
    const { stdout, ...measured } = await timed(process.execPath, args);
    const [report] = JSON.parse(stdout) as readonly { readonly pages: readonly { readonly text: string }[] }[];
    return { texts: report?.pages.map(({ text }) => text) ?? [], ...measured };
  },
};

/** `ocrmypdf -j2` with English, otherwise as it comes but for PDF/A, which nobody here asks for; `more` are further options. */
const ocrmypdf = (name: string, more: readonly string[]): Program => ({
  name,
  run: async (pdf, scratch) => {
    const sidecar = join(scratch, 'sidecar.txt');
    const args = [
      '-j2',
      '-l',
      'eng',
      '--output-type',
      'pdf',
      '-q',
      '--sidecar',
      sidecar,
      ...more,
      pdf,
      join(scratch, 'theirs.pdf'),
    ];
    const { stdout: _none, ...measured } = await timed('ocrmypdf', args);
    return { texts: readFileSync(sidecar, 'utf8').split('\f'), ...measured };
  },
});

/** The bare engine: pages drawn by pdftoppm, read by two `tesseract` at a time; makes no PDF. */
const TESSERACT: Program = {
  name: 'tesseract',
  run: async (pdf, scratch) => {
    const dir = mkdtempSync(join(scratch, 'pages-'));
    const script = `pdftoppm -r 300 -gray "$1" "$2/page" && ls "$2"/page-*.pgm | xargs -P 2 -I{} tesseract {} {} -l eng --dpi 300`;
    const { stdout: _none, ...measured } = await timed('bash', ['-c', script, 'bash', pdf, dir]);
    const names = readdirSync(dir)
      .filter((name) => name.endsWith('.txt'))
      .sort();
    const texts = names.map((name) => readFileSync(join(dir, name), 'utf8'));
    rmSync(dir, { recursive: true });
    return { texts, ...measured };
  },
};

/** Ours, and those of the others that are installed; `isThorough` adds OCRmyPDF with its cleaning. */
export async function programs(isThorough: boolean): Promise<readonly Program[]> {
  const all = [
    OURS,
    ...((await isInstalled('ocrmypdf')) ? [ocrmypdf('ocrmypdf -j2', [])] : []),
    ...(isThorough && (await isInstalled('ocrmypdf')) ? [ocrmypdf('… --deskew --clean', ['--deskew', '--clean'])] : []),
    ...((await isInstalled('tesseract')) ? [TESSERACT] : []),
  ];
  return all;
}

function isInstalled(program: string): Promise<boolean> {
  return new Promise((resolve) => {
    spawn(program, ['--version'], { stdio: 'ignore' })
      .on('error', () => resolve(false))
      .on('exit', (code) => resolve(code === 0));
  });
}

/** Runs a program through bash's `time`, which counts the processors' time of everything it waits for. */
async function timed(program: string, args: readonly string[]) {
  const script = 'TIMEFORMAT="AVTIME %R %U %S"; time "$@"';
  const child = spawn('bash', ['-c', script, 'bash', program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  const memory = watchMemory(child);
  const [stdout, stderr, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve)),
  ]);
  const [, wall = '', user = '', system = ''] = /AVTIME ([\d.]+) ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
  if (code !== 0) throw new Error(`${program} failed: ${stderr.slice(-500)}`);
  return { stdout, wallSeconds: Number(wall), cpuSeconds: Number(user) + Number(system), peakMb: memory.end() };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** Looks at all processes of the child's group and session. */
function watchMemory({ pid }: ChildProcess): { end(): number } {
  let peak = 0;
  const look = () => {
    let sum = 0;
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        // Behind the name in brackets: state, parent, group, session.
        const fields = readFileSync(`/proc/${name}/stat`, 'latin1')
          .replace(/^.*\) /s, '')
          .split(' ');
        if (Number(fields[3]) !== pid) continue;
        sum += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'latin1'))?.[1] ?? 0) / 1024;
      } catch {
        // It has ended meanwhile.
      }
    }
    peak = Math.max(peak, sum);
  };
  const timer = setInterval(look, 200);
  return {
    end: () => {
      clearInterval(timer);
      return peak;
    },
  };
}
