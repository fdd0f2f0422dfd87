// @ts-check
import { cwd } from 'node:process';
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { contentErrors } from './src/integrations/content-errors.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { isIndexable } from './src/integrations/sitemap-filter.ts';
import { swapDist } from './src/integrations/swap-dist.ts';
import { basePath, cacheDir, siteOrigin } from './src/site.config.ts';

const folder = cwd();
if (/[%#?"]/u.test(folder))
  throw new Error(`Vite can't build in ${folder}: rename the folder so that its path has no %, #, ? or ".`);

const styleSheets = [
  { name: 'site', test: /src\/(?:styles\/(?:tokens|base)|components\/site\/).*css$/u },
  { name: 'item', test: /components\/item\/.*css$/u },
  { name: 'other', test: /css$/u },
];

export default defineConfig({
  site: siteOrigin,
  base: basePath,
  cacheDir: cacheDir,
  trailingSlash: 'ignore',
  markdown: {
    processor: unified({
      gfm: false,
      remarkPlugins: [remarkGfm],
      // Smart punctuation would alter quotation marks.
      smartypants: false,
      // Some systems show the usual ↩ as an emoji.
      remarkRehype: { footnoteBackContent: '↑' },
    }),
    syntaxHighlight: false,
  },
  // One request shows a page: its styles travel with it.
  build: {
    inlineStylesheets: 'always',
    // Images are compressed in threads; other pages are rendered meanwhile.
    concurrency: 4,
  },
  security: {
    csp: {
      directives: ["default-src 'self'", "base-uri 'none'", "form-action 'self'"],
      // WebAssembly is for search. Directives that need a header are in public/_headers and src/hosting/.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
    },
  },
  vite: {
    // Every page's policy has the hashes of all style sheets, so there are three: shared, for agenda items, for the rest.
    environments: {
      prerender: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: styleSheets } } } },
      },
    },
    build: { assetsInlineLimit: 0, modulePreload: false },
    worker: { format: 'es', rolldownOptions: { output: { comments: false } } },
  },
  devToolbar: { enabled: false },
  // Pages whose `cacheKey` and code are those of the last build are taken from it.
  experimental: { incrementalBuild: true },
  integrations: [sitemap({ filter: isIndexable }), contentErrors(), searchIndex(), swapDist()],
});
