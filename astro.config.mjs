// @ts-check
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { contentErrors } from './src/integrations/content-errors.ts';
import { isIndexable, redirectFiles } from './src/integrations/redirect-files.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { swapDist } from './src/integrations/swap-dist.ts';
import { basePath, cacheDir, siteOrigin } from './src/site.config.ts';

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
  },
  // One request shows a page: its styles travel with it.
  build: { inlineStylesheets: 'always' },
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: false },
    worker: { format: 'es', rolldownOptions: { output: { comments: false } } },
  },
  devToolbar: { enabled: false },
  // Pages whose `cacheKey` and code are those of the last build are taken from it.
  experimental: { incrementalBuild: true },
  integrations: [
    sitemap({ filter: isIndexable }),
    contentErrors(),
    searchIndex(),
    redirectFiles(),
    swapDist(),
  ],
});
