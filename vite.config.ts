/**
 * Builds the extension: `vite build --mode chrome` → dist/chrome, `--mode firefox` → dist/firefox.
 * The manifest is manifest.json with the version of package.json and the hosts of the catalogue.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { minify } from 'terser';
import { build, defineConfig, type Plugin } from 'vite';
import { hostPatterns, type LabelRules, type PortalEntry } from './src/core/sites/catalogue.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

export default defineConfig(({ mode }) => {
  const target = mode === 'firefox' ? 'firefox' : 'chrome';
  const portals = read('./src/data/portals.json') as PortalEntry[];
  const labels = read('./src/data/host-label-rules.json') as LabelRules;
  return {
    plugins: [
      crx({ manifest: manifestFor(target, portals, labels), browser: target, contentScripts: { injectCss: false } }),
      pageScripts(`dist/${target}`, target === 'chrome' ? 'chrome102' : 'firefox142'),
    ],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: target === 'chrome' ? 'chrome102' : 'firefox142',
      modulePreload: false,
      rolldownOptions: {
        input: {
          dashboard: 'src/ui/dashboard/index.html',
          consent: 'src/ui/consent/index.html',
          privacy: 'src/ui/privacy/index.html',
        },
        // One file for what every page needs at once: each further file is a request and a compilation more. Its styles
        // load first, so that the rules of a page override them.
        output: {
          chunkFileNames: ({ facadeModuleId }) => {
            const [, language] = /src\/ui\/strings\/([^/]+)\//.exec(facadeModuleId ?? '') ?? [];
            return `assets/${language === undefined ? '' : `${language}-`}[name]-[hash].js`;
          },
          codeSplitting: {
            groups: [
              {
                name: 'base',
                test: /preact|src\/ui\/(style\.css|(figures\/(format|truncate-to-width)|ask-worker|apply-appearance|page-context|strings\/languages)\.ts)$/,
              },
              {
                // The popup's texts: one file per language. Other pages share most of them.
                name: (id) => {
                  const [, language] =
                    /src\/ui\/strings\/([^/]+)\/(popup|common|quarter-hours|purposes|storage-faults)\.ts$/.exec(id) ??
                    [];
                  return language === undefined ? null : `${language}-popup`;
                },
              },
            ],
          },
        },
      },
    },
  };
});

/**
 * Builds and compresses the scripts of pages. crxjs builds the content script separately, where plugins cannot change it,
 * and does not build the scripts that the worker injects when a page needs them (src/page/forms.iife.ts, commits.iife.ts, acts.iife.ts).
 * Terser makes the files about 2 % smaller than Vite does.
 */
function pageScripts(outDir: string, target: string): Plugin {
  const urlOf = (file: string) => new URL(`${outDir}/src/page/${file}`, import.meta.url);
  return {
    name: 'page-scripts',
    enforce: 'post',
    async closeBundle() {
      for (const name of ['forms', 'commits', 'acts'])
        await build({
          configFile: false,
          logLevel: 'error',
          build: {
            outDir,
            target,
            emptyOutDir: false,
            copyPublicDir: false,
            modulePreload: false,
            rolldownOptions: {
              input: `src/page/${name}.iife.ts`,
              output: { format: 'iife', entryFileNames: `src/page/${name}.iife.js` },
            },
          },
        });
      for (const file of ['main.iife.js', 'forms.iife.js', 'commits.iife.js', 'acts.iife.js'])
        writeFileSync(urlOf(file), await compress(readFileSync(urlOf(file), 'utf8')));
    },
  };
}

async function compress(code: string): Promise<string> {
  const options = {
    passes: 3,
    ecma: 2020,
    unsafe_arrows: true,
    unsafe_methods: true,
    pure_getters: true,
    keep_fargs: false,
    // A function that is moved into another one is compiled again with each of its calls.
    reduce_funcs: false,
    inline: 1,
  } as const;
  let compressed = code;
  // The second run compresses what the first one simplified.
  for (let i = 0; i < 2; i++)
    compressed = (await minify(compressed, { ecma: 2020, toplevel: true, compress: options })).code ?? compressed;
  return compressed;
}

function manifestFor(target: 'chrome' | 'firefox', portals: PortalEntry[], labels: LabelRules): ManifestV3Export {
  const base = read('./manifest.json');
  const { version } = read('./package.json') as { version: string };
  const hosts = hostPatterns(portals, labels);
  const manifest = {
    ...base,
    version,
    host_permissions: hosts.matches,
    content_scripts: [
      {
        ...base.content_scripts[0],
        matches: hosts.matches,
        exclude_matches: hosts.excludeMatches,
        exclude_globs: hosts.excludeGlobs,
      },
    ],
  };
  if (target === 'chrome') return manifest;
  // Firefox identifies add-ons by `gecko.id` and warns about keys that it does not know.
  const { minimum_chrome_version: _, key: __, storage: ___, background, ...rest } = manifest;
  return {
    ...rest,
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'ledger@fingertip-ledger.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}
