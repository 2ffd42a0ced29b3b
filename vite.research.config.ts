/** Bundles the researcher's command into one file that Node runs: dist/research/fingertip-research.mjs. */
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/research/main.ts',
    outDir: 'dist/research',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'fingertip-research.mjs', banner: '#!/usr/bin/env node' } },
  },
});
