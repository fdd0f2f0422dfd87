import { existsSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Builds beside `dist/` and swaps when everything has succeeded: Astro empties its output folder first, so a build
 * that fails would take the last good site with it. Must be the last of the integrations.
 */
export function swapDist(): AstroIntegration {
  let dist = '';
  return {
    name: 'swap-dist',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        dist = fileURLToPath(config.outDir).replace(/[\\/]$/u, '');
        // A build that was killed between the two renames left the good site under its other name.
        if (!existsSync(dist) && existsSync(beside(dist, 'last'))) renameSync(beside(dist, 'last'), dist);
        updateConfig({ outDir: pathToFileURL(`${beside(dist, 'next')}/`) });
      },
      'astro:build:done': ({ dir }) => {
        rmSync(beside(dist, 'last'), { recursive: true, force: true });
        if (existsSync(dist)) renameSync(dist, beside(dist, 'last'));
        renameSync(fileURLToPath(dir), dist);
        rmSync(beside(dist, 'last'), { recursive: true, force: true });
      },
    },
  };
}

/** `…/.dist-next` for `…/dist`: on the same disk, so that a rename is enough. */
function beside(path: string, what: 'next' | 'last'): string {
  return path.replace(/([^\\/]+)$/u, `.$1-${what}`);
}
