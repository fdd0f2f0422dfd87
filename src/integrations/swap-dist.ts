import { existsSync, renameSync, rmSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/**
 * Builds next to `dist/` and swaps when everything has succeeded: Astro empties its output folder first, so a build that
 * fails would delete the previous site. Must be the last of the integrations.
 */
export function swapDist(): AstroIntegration {
  let dist: URL;
  const sibling = (suffix: string) => new URL(dist.href.replace(/([^/]+)\/$/u, `.$1-${suffix}/`));
  return {
    name: 'swap-dist',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        dist = config.outDir;
        if (command === 'build') updateConfig({ outDir: sibling('next') });
      },
      'astro:build:done': ({ dir }) => {
        rmSync(sibling('last'), { recursive: true, force: true });
        if (existsSync(dist)) renameSync(dist, sibling('last'));
        renameSync(dir, dist);
        rmSync(sibling('last'), { recursive: true, force: true });
      },
    },
  };
}
