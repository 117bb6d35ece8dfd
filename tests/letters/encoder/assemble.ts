// Makes resources/rules/reading/encoder.wasm of the instructions in shared/reading/weigh/encoder/workshop.wat: `node tests/letters/encoder/assemble.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import makeWabt from 'wabt';

const root = join(import.meta.dirname, '..', '..', '..');
/** Where the bytes stand that ship with the app. */
export const ASSEMBLED = join(root, 'resources', 'rules', 'reading', 'encoder.wasm');

/** The instructions in bytes. Throws where they can't be understood. */
export async function assemble(): Promise<Uint8Array> {
  const wabt = await makeWabt();
  const text = readFileSync(join(root, 'shared', 'reading', 'weigh', 'encoder', 'workshop.wat'), 'utf8');
  const module = wabt.parseWat('workshop.wat', text, { simd: true });
  try {
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}

if (import.meta.main) writeFileSync(ASSEMBLED, await assemble());
