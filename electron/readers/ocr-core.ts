// Tesseract as it was made into WebAssembly: its module without a model, and the doors of it that we use.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The engine's builds without the recogniser of old, quickest first; an older runtime can't compile the first ones. */
const BUILDS = ['relaxedsimd-lstm', 'simd-lstm', 'lstm'] as const;

/** What we use of the module that Emscripten made of Tesseract; it comes without types. Places are addresses in its memory. */
export interface CoreModule {
  readonly FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  readonly TessBaseAPI: new () => CoreApi;
  _malloc(bytes: number): number;
  _free(place: number): void;
  destroy(object: object): void;
}

export interface CoreApi {
  Init(dataPath: null, languages: string, mode: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImage(place: number, width: number, height: number, bytesPerPixel: number, bytesPerLine: number): void;
  Recognize(monitor: null): number;
  /** Walks over the words that were read, in reading order. */
  GetIterator(): CoreIterator;
  End(): void;
}

interface CoreIterator {
  Begin(): void;
  Next(level: number): boolean;
  Empty(level: number): boolean;
  IsAtBeginningOf(level: number): boolean;
  BoundingBox(level: number, left: number, top: number, right: number, bottom: number): boolean;
  /** 0 to 100. */
  Confidence(level: number): number;
  GetUTF8Text(level: number): string;
}

interface EngineParts {
  readonly instantiateWasm: (imports: object, done: (instance: Instance, compiled: Compiled) => void) => object;
}

type CoreFactory = (parts: EngineParts & typeof SILENT) => Promise<CoreModule>;

/** The engine, and its memory as it is now: it grows, so it is asked for anew each time. */
export interface EngineCore {
  readonly engine: CoreModule;
  memory(): ArrayBuffer;
}

/** The part of the runtime's WebAssembly that we use; Node's types leave all of it out. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<Compiled>;
  instantiate(compiled: Compiled, imports: object): Promise<Instance>;
  readonly Memory: new () => { readonly buffer: ArrayBuffer };
};
type Compiled = object;
interface Instance {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Starts the engine. Throws when a file of it is missing or this runtime can't run it. */
export async function startEngineCore(): Promise<EngineCore> {
  build ??= quickestBuild();
  const { create, compiled } = await build;
  const made = Promise.withResolvers<Instance>();
  const starting = create({
    instantiateWasm: (imports, done) => {
      WebAssembly.instantiate(compiled, imports).then((instance) => {
        made.resolve(instance);
        done(instance, compiled);
      }, made.reject);
      return {};
    },
    ...SILENT,
  });
  // Without an instance the start would never end.
  const [engine, instance] = await Promise.all([starting, made.promise]);
  const memory = Object.values(instance.exports).find((part) => part instanceof WebAssembly.Memory);
  if (memory === undefined) throw new Error('the engine has no memory');
  return { engine, memory: () => memory.buffer };
}

/** It tells how far it is and complains of odd pictures; nobody listens. */
const SILENT = { TesseractProgress: () => undefined, print: () => undefined, printErr: () => undefined };

/** Compiled once in a process, for all models. */
let build: Promise<{ readonly create: CoreFactory; readonly compiled: Compiled }> | undefined;

async function quickestBuild() {
  const require = createRequire(import.meta.url);
  const home = dirname(require.resolve('tesseract.js-core/package.json'));
  for (const name of BUILDS) {
    const path = join(home, `tesseract-core-${name}.wasm`);
    const compiled = await WebAssembly.compile(await readFile(path)).catch(() => undefined);
    // The package's scripts say what they export, but to no compiler.
    if (compiled !== undefined) return { create: require(path.replace(/\.wasm$/, '.js')) as CoreFactory, compiled };
  }
  throw new Error('this runtime can run no build of the reading engine');
}
