// A reader process: untrusted bytes come in over the channel, pages go out. It holds no keys, writes no files, and ends with its parent.
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import { MAX_PAGES, MAX_RESIDENT_BYTES } from './limits.ts';
import { ocrEngines } from './ocr-engines.ts';
import { type Engines, type OpenFile, openFileOf } from './open-file.ts';
import { type Pdfium, startPdfium } from './pdfium.ts';
import type { Answer, Outcomes, Request } from './protocol.ts';

const [, , resourcesDir, languages] = process.argv;
if (resourcesDir === undefined || process.send === undefined) process.exit(64);

let pdfium: Promise<Pdfium> | undefined;

/** Engines start at their first use: a process that only draws pictures needs no reading engine. */
const engines: Engines = {
  pdfium: () => (pdfium ??= startPdfium()),
  ocr: ocrEngines(resourcesDir, languages),
};

const files = new Map<number, OpenFile>();

process.on('disconnect', () => process.exit(0));
process.on('message', (request: Request) => void reply(request));
watchOver();

async function reply(request: Request): Promise<void> {
  let answer: Answer;
  try {
    answer = { ok: true, outcome: await handle(request), residentBytes: process.memoryUsage.rss() };
  } catch (error) {
    if (!(error instanceof AppError)) return dieOf(error);
    answer = {
      ok: false,
      code: error.code,
      details: error.details,
      why: nameOf(error.cause),
      residentBytes: process.memoryUsage.rss(),
    };
  }
  process.send?.(answer);
}

/** An error nobody foresaw may leave an engine in disorder: say what it was and end, so that the next file meets a fresh process. */
function dieOf(error: unknown): void {
  const answer: Answer = {
    ok: false,
    code: 'reader-crashed',
    details: {},
    why: nameOf(error),
    residentBytes: process.memoryUsage.rss(),
  };
  process.send?.(answer, () => process.exit(70));
}

async function handle(request: Request): Promise<Outcomes[keyof Outcomes]> {
  switch (request.kind) {
    case 'open': {
      const file = await openFileOf(request.format, request, engines);
      // A packet of ours may be longer than any paper.
      if (file.pageCount > MAX_PAGES && request.gaps === undefined) {
        file.close();
        throw new AppError('too-many-pages', { details: { limit: MAX_PAGES } });
      }
      files.set(request.file, file);
      return { pageCount: file.pageCount };
    }
    case 'page': {
      const started = performance.now();
      const read = await fileOf(request.file).read(request.index, request.withPicture);
      return { ...read, ms: Math.round(performance.now() - started) };
    }
    case 'picture':
      return { picture: await fileOf(request.file).picture(request.index, request.widthPx) };
    case 'redacted':
      return { redacted: await fileOf(request.file).redacted(request.index, request.black) };
    case 'plain':
      return { plain: await fileOf(request.file).plain(request.index) };
    case 'texts':
      return { texts: await fileOf(request.file).texts() };
    case 'structure':
      return { seen: await fileOf(request.file).structure(request.stampBoxes) };
    case 'grey':
      return fileOf(request.file).grey(request.index, request.wish);
    case 'find':
      return { places: await fileOf(request.file).find(request.index, request.phrases) };
    case 'notes':
      return { noted: await fileOf(request.file).notes() };
    case 'fax':
      return fileOf(request.file).fax(request.index);
    case 'images':
      return { images: await fileOf(request.file).images(request.index) };
    case 'shrink':
      return { jpeg: await fileOf(request.file).shrink(request.shrinking) };
    case 'enclosed':
      return { files: await fileOf(request.file).enclosed() };
    case 'take':
      return { bytes: await fileOf(request.file).take(request.index) };
    case 'word': {
      const { readWordFile } = await import('./word-file.ts');
      return { word: await readWordFile(request.bytes) };
    }
    case 'drop':
      files.get(request.file)?.close();
      files.delete(request.file);
      return {};
  }
}

function fileOf(number: number): OpenFile {
  const file = files.get(number);
  if (file === undefined) throw new Error('the file was not opened here');
  return file;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/**
 * Ends this process when it holds too much memory or its parent is gone. A thread of its own watches, because a page keeps the main thread busy, which
 * then neither stops eating memory nor hears that the channel was closed. Where a lost parent leaves its number behind (Windows) signal 0 tells.
 */
function watchOver(): void {
  const program = `
    const parent = ${process.ppid};
    const isAlone = () => {
      if (process.ppid !== parent) return true;
      try { process.kill(parent, 0); return false; } catch (error) { return error.code === 'ESRCH'; }
    };
    setInterval(() => {
      if (process.memoryUsage.rss() > ${MAX_RESIDENT_BYTES} || isAlone()) process.kill(process.pid, 'SIGKILL');
    }, 250);`;
  new Worker(program, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref();
}
