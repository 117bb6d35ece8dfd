// Builds the window alone into out/renderer, for the browser host: `vite build -c renderer/vite.config.ts`.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// biome-ignore lint/style/noDefaultExport: the build tool asks for it
export default defineConfig({
  root: at('.'),
  plugins: [react()],
  build: {
    outDir: at('../out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
  },
});
