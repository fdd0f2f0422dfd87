// @ts-check
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { contentPolicy } from './src/integrations/content-policy.ts';
import { isNoRedirect, movedFiles } from './src/integrations/moved-files.ts';
import { offlineFiles } from './src/integrations/offline-files.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { swapDist } from './src/integrations/swap-dist.ts';
import { base, origin } from './src/site.ts';

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'ignore',
  // Smart punctuation would alter quotation marks.
  markdown: { processor: unified({ gfm: false, smartypants: false, remarkPlugins: [remarkGfm] }) },
  // One request shows a page: its styles travel with it.
  build: { inlineStylesheets: 'always' },
  vite: { build: { assetsInlineLimit: 0, modulePreload: false } },
  devToolbar: { enabled: false },
  integrations: [
    sitemap({ filter: isNoRedirect }),
    searchIndex(),
    movedFiles(),
    contentPolicy(),
    offlineFiles(),
    swapDist(),
  ],
});
