/**
 * Builds the extension: `vite build --mode chrome` → dist/chrome, `--mode firefox` → dist/firefox.
 * The manifest at the top level says everything but the hosts, which come from the catalogue.
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
        // What every page wants at once: one file, or each is a request and a compilation more. Its style comes first,
        // so that the pages' own rules win.
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
 * crxjs builds the content script apart, out of reach of plugins, and knows nothing of the scripts that the worker runs
 * beside it when a page needs them (src/page/forms.iife.ts, acts.iife.ts). Terser makes them some 2 % smaller where they
 * lie; a function that is moved into another is parsed once more with it, so they stay apart.
 */
function pageScripts(outDir: string, target: string): Plugin {
  const at = (file: string) => new URL(`${outDir}/src/page/${file}`, import.meta.url);
  return {
    name: 'page-scripts',
    enforce: 'post',
    async closeBundle() {
      for (const name of ['forms', 'acts'])
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
      for (const file of ['main.iife.js', 'forms.iife.js', 'acts.iife.js'])
        writeFileSync(at(file), await squeeze(readFileSync(at(file), 'utf8')));
    },
  };
}

async function squeeze(code: string): Promise<string> {
  const compress = {
    passes: 3,
    ecma: 2020,
    unsafe_arrows: true,
    unsafe_methods: true,
    pure_getters: true,
    keep_fargs: false,
    reduce_funcs: false,
    inline: 1,
  } as const;
  let squeezed = code;
  // Once more finds what the first time laid open.
  for (let i = 0; i < 2; i++)
    squeezed = (await minify(squeezed, { ecma: 2020, toplevel: true, compress })).code ?? squeezed;
  return squeezed;
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
  // Firefox knows its add-ons by `gecko.id` and warns of what it doesn't read.
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
