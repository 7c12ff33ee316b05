import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// One entry; Django writes the page and reads manifest.json for the hashed names.
// Nothing is inlined: the content security policy allows no inline code, style or data font.
export default defineConfig({
  plugins: [svelte()],
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
});
