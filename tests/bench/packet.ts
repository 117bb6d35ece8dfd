// Time and memory of building a large packet with everything on, beside a plain merge of the same papers by qpdf in the same run.
// node tests/bench/packet.ts [--runs 3] [--only 1000|4000] [--json]. Makes its papers itself, in a temporary folder; needs qpdf and GNU time.
// What is measured is bundled first, as the desktop app's core is: taking the types out of sources is not part of building a packet.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CORE_FLAGS } from '../../electron/hosts/core-flags.ts';
import { bundled } from './packet/bundle.ts';
import { makeScans, PAGES_PER_PAPER, paperPath } from './packet/scans.ts';

interface Measure {
  /** Seconds, and MB. */
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
  readonly bytes?: number;
}

const SOURCE = fileURLToPath(new URL('./packet/build.ts', import.meta.url));
/** Pages, and the most that composing may take: times as long as qpdf, and MB. */
const SIZES = [
  { pages: 1000, times: 1.5, peak: 250 },
  { pages: 4000, times: 1.5, peak: 400 },
] as const;
const WAYS = [
  { how: 'compose', name: 'compose to a file' },
  { how: 'vault', name: 'from and into the vault, encrypted, read back' },
  { how: 'checked', name: 'the same, links, bookmarks, numbers read back' },
] as const;

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  // qpdf ends with 3 when it has warnings.
  if (status !== 0 && !(program.endsWith('time') && status === 3)) throw new Error(`${program} failed: ${stderr}`);
  return program.endsWith('time') ? stderr : stdout;
}

function qpdf(dir: string, count: number): Measure {
  const papers = Array.from({ length: count }, (_, index) => paperPath(dir, index + 1));
  const output = join(dir, 'qpdf.pdf');
  const told = run('/usr/bin/time', ['-f', '%e %U %S %M', 'qpdf', '--empty', '--pages', ...papers, '--', output]);
  const [wall = 0, user = 0, system = 0, peak = 0] = (told.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  rmSync(output);
  return { wall, cpu: user + system, peak: peak / 1024 };
}

function build(program: string, how: string, dir: string, count: number, output: string): Measure {
  // As for qpdf: what an earlier turn wrote need not be thrown away first, which takes a tenth of the time.
  if (how === 'compose') rmSync(output, { force: true });
  const told = run(process.execPath, [...CORE_FLAGS, program, how, dir, String(count), output]);
  return JSON.parse(told) as Measure;
}

/** The best wall time, the least CPU time and the most memory of several runs: the machine may have other things to do. */
function best(measures: readonly Measure[]): Measure {
  return {
    wall: Math.min(...measures.map(({ wall }) => wall)),
    cpu: Math.min(...measures.map(({ cpu }) => cpu)),
    peak: Math.max(...measures.map(({ peak }) => peak)),
  };
}

/** A row of the table: how it compares with the merge. */
function row(name: string, { wall, cpu, peak }: Measure, floor: Measure): string {
  const times = (a: number, b: number) => `${(a / b).toFixed(2)}×`;
  const cells = [wall.toFixed(2), times(wall, floor.wall), cpu.toFixed(2), times(cpu, floor.cpu), peak.toFixed(0)];
  return `| ${name.padEnd(48)} | ${cells.map((cell) => cell.padStart(7)).join(' | ')} |`;
}

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, only: { type: 'string' }, json: { type: 'boolean' } },
});
const runs = Math.max(1, Number(values.runs));
const dir = mkdtempSync(join(tmpdir(), 'appeal-vault-bench-packet-'));
const program = await bundled(SOURCE);
const results: Record<string, Record<string, Measure>> = {};
let isWithin = true;
try {
  for (const { pages, times, peak } of SIZES) {
    if (values.only !== undefined && Number(values.only) !== pages) continue;
    const count = pages / PAGES_PER_PAPER;
    await makeScans(dir, count);
    const vault = join(dir, `vault-${pages}`);
    run(process.execPath, [program, 'prepare', dir, String(count), vault]);
    const taken = { qpdf: [] as Measure[], compose: [] as Measure[], vault: [] as Measure[], checked: [] as Measure[] };
    // Turn by turn, so that a busy minute is shared by all.
    for (let turn = 0; turn < runs; turn += 1) {
      taken.qpdf.push(qpdf(dir, count));
      for (const { how } of WAYS)
        taken[how].push(build(program, how, dir, count, how === 'compose' ? join(dir, 'packet.pdf') : vault));
    }
    rmSync(vault, { recursive: true });
    const found = Object.fromEntries(Object.entries(taken).map(([how, measures]) => [how, best(measures)]));
    results[pages] = found;
    const floor = best(taken.qpdf);
    const composed = best(taken.compose);
    isWithin &&= composed.wall <= floor.wall * times && composed.peak <= peak;
    if (values.json !== true) {
      const lines = [
        `\n${pages} pages, ${runs} runs: best wall and CPU time, largest memory`,
        `| ${''.padEnd(48)} |  wall s |   ratio |   CPU s |   ratio | peak MB |`,
        row('qpdf --empty --pages', floor, floor),
        ...WAYS.map(({ how, name }) => row(name, best(taken[how]), floor)),
        `aim for composing: at most ${times}× the wall time and ${peak} MB`,
      ];
      process.stdout.write(`${lines.join('\n')}\n`);
    }
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
if (values.json === true) process.stdout.write(`${JSON.stringify(results)}\n`);
process.exitCode = isWithin ? 0 : 1;
