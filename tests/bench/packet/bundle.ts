// Bundles a bench's program as the desktop app's core is bundled: our own code in one file without types, packages left where they are.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Two folders below the project, as tests/helpers is, so that addresses of resources hold. */
const OUT = fileURLToPath(new URL('../../../out/bench', import.meta.url));

/** Writes the bundle; gives its path. */
export async function bundled(entry: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir: OUT,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'bench.js' } },
    },
  });
  return join(OUT, 'bench.js');
}
