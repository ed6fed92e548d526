import { defineConfig } from 'vite';

/** Builds the page into the folder that the reporting service serves; relative addresses, so any path will do. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/apps/dashboard',
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy allows files of our own only; nothing may become a data address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // ECharts, cut down to what is drawn, is fetched after the first figure; 200 kB when compressed.
    chunkSizeWarningLimit: 700,
  },
});
