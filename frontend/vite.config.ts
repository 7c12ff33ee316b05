import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The licences travel with the faces they belong to. */
const fontLicences: Plugin = {
  name: 'font-licences',
  generateBundle() {
    for (const face of ['archivo', 'source-serif-4']) {
      this.emitFile({
        type: 'asset',
        fileName: `assets/${face}-OFL.txt`,
        source: readFileSync(`node_modules/@fontsource-variable/${face}/LICENSE`, 'utf8'),
      });
    }
  },
};

// One entry; Django writes the page and reads manifest.json for the hashed names.
// Nothing is inlined: the content security policy allows no inline code, style or data font.
export default defineConfig({
  plugins: [svelte(), fontLicences],
  base: '/static/',
  publicDir: false,
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    target: 'es2022',
    rollupOptions: { input: 'src/main.ts' },
  },
  test: {
    include: ['src/**/*.test.ts'],
  },
});
