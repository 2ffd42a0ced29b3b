/**
 * Bundles the researcher's command for Node: dist/research/fingertip-research.mjs and the commands beside it. Packages
 * go in, but for DuckDB's native part: reading a hundred small files would take longer than counting.
 */
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ['@duckdb/node-bindings'] },
  build: {
    ssr: 'src/research/main.ts',
    outDir: 'dist/research',
    target: 'node20',
    rolldownOptions: {
      output: {
        entryFileNames: 'fingertip-research.mjs',
        chunkFileNames: '[name].mjs',
        // One file of what many commands share: opening ten takes Node longer than running them.
        codeSplitting: {
          groups: [
            {
              name: 'common',
              test: /node_modules\/citty\/|src\/(core|research)\/(?!commands\/|main|ingest|store\/(batch|commit|compact|update-counts|open-duckdb|engine)|cluster\/(engine|http-post)|input\/(list-inputs|report-texts|read-|open-))/,
              minShareCount: 2,
            },
          ],
        },
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
      },
    },
  },
});
