// @ts-check
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { isNoRedirect, movedFiles } from './src/integrations/moved-files.ts';
import { offlineFiles } from './src/integrations/offline-files.ts';
import { pageThreads } from './src/integrations/page-threads.ts';
import { readAhead } from './src/integrations/read-ahead.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { swapDist } from './src/integrations/swap-dist.ts';
import { base, cacheFolder, origin } from './src/site.ts';

/** @type {Map<string, import('./src/integrations/made-files.ts').Print>} */
const prints = new Map();

export default defineConfig({
  site: origin,
  base,
  cacheDir: cacheFolder,
  trailingSlash: 'ignore',
  // Smart punctuation would alter quotation marks.
  markdown: { processor: unified({ gfm: false, smartypants: false, remarkPlugins: [remarkGfm] }) },
  // One request shows a page: its styles travel with it.
  build: { inlineStylesheets: 'always' },
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: false },
    worker: { format: 'es', rolldownOptions: { output: { comments: false } } },
  },
  devToolbar: { enabled: false },
  integrations: [
    readAhead(),
    sitemap({ filter: isNoRedirect }),
    pageThreads(prints),
    searchIndex(),
    movedFiles(),
    offlineFiles(prints),
    swapDist(),
  ],
});
