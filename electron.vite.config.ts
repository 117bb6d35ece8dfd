// How main, preload and window are built. Targets are those of the oldest Electron that runs them (33: Node 20, Chromium 130).
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'electron-vite';
import window from './renderer/vite.config.ts';

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
    ...window,
    build: { ...window.build, rollupOptions: { input: { index: at('renderer/index.html') } } },
  },
});
