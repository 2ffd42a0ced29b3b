/**
 * Bundles the researcher's command for Node: dist/research/fingertip-research.mjs and the files it loads. Packages are
 * bundled too, except for DuckDB's native part: to read a hundred small files would take longer than to count.
 */
import { defineConfig } from 'vite';

const shared = /src\/(core|research)\//;
/** Modules that only some commands load, or that load DuckDB or yauzl. */
const loadedOnDemand =
  /src\/research\/(main|commands\/(?!\w+-args)|ingest\/|cluster\/|store\/(batch|commit|compact|update-counts|store-lock|open-duckdb|duckdb-engine|engine)|input\/(list-inputs|input-item|read-|validate-))/;

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
        // What several commands share goes into one file: Node takes longer to open ten files than to run them.
        codeSplitting: {
          groups: [{ name: 'common', test: (id) => shared.test(id) && !loadedOnDemand.test(id), minShareCount: 2 }],
        },
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
      },
    },
  },
});
