// @ts-check
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { isNoRedirect, movedFiles } from './src/integrations/moved-files.ts';
import { offlineFiles } from './src/integrations/offline-files.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { swapDist } from './src/integrations/swap-dist.ts';
import { base, cacheFolder, origin } from './src/site.ts';

export default defineConfig({
  site: origin,
  base,
  cacheDir: cacheFolder,
  trailingSlash: 'ignore',
  // Smart punctuation would alter quotation marks.
  markdown: { processor: unified({ gfm: false, smartypants: false, remarkPlugins: [remarkGfm] }) },
  // One request shows a page: its styles travel with it.
  // While a page is written to the disk, the next ones are made.
  build: { inlineStylesheets: 'always', concurrency: 8 },
  vite: { build: { assetsInlineLimit: 0, modulePreload: false } },
  devToolbar: { enabled: false },
  // A page is made again when what it shows has changed; `load.ts` says what that is.
  experimental: { incrementalBuild: true },
  integrations: [sitemap({ filter: isNoRedirect }), searchIndex(), movedFiles(), offlineFiles(), swapDist()],
});
