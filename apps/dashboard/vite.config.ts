import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const TEXT = /\.(js|css|html)$/;

/** Writes each text once more, compressed, so that the service need not compress it for everybody who asks. */
const compressed = (): Plugin => ({
  name: 'compressed',
  writeBundle: async ({ dir }, bundle) => {
    const texts = Object.values(bundle).filter(({ fileName }) => TEXT.test(fileName));
    await Promise.all(
      texts.map((file) => {
        const content = file.type === 'chunk' ? file.code : file.source;
        return writeFile(join(dir!, `${file.fileName}.gz`), gzipSync(content, { level: 9 }));
      }),
    );
  },
});

/** Builds the page into the folder that the reporting service serves; relative addresses, so any path will do. */
export default defineConfig({
  base: './',
  plugins: [compressed()],
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
