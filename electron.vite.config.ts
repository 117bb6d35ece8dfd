// How main, preload and window are built. Targets are those of the oldest Electron that runs them (33: Node 20, Chromium 130).
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20',
      sourcemap: true,
      minify: false,
      rollupOptions: {
        input: {
          main: at('electron/main.ts'),
          'core-process': at('electron/core-process.ts'),
          reader: at('electron/readers/process.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20',
      // A sandboxed preload is one CommonJS file without packages.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    plugins: [react()],
    root: at('renderer'),
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      rollupOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});
