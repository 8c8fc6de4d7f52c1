import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Where the API runs while the pages are worked on: SIGNALBOX_SERVER=http://127.0.0.1:8080 npm run dev
const server = process.env.SIGNALBOX_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  // Relative, so that the same files work under any path; the server puts its own path into index.html.
  base: './',
  plugins: [react()],
  build: {
    outDir: 'target/pages',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The licences of what is bundled, which have to go with it.
    license: { fileName: 'licences/bundled.md' },
    chunkSizeWarningLimit: 600,
  },
  server: {
    proxy: Object.fromEntries(['/api', '/demo', '/open', '/close'].map((path) => [path, server])),
  },
  test: { include: ['test/**/*.test.ts'] },
});
