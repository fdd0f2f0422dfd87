import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
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
      'astro:build:done': async ({ dir }) => {
        rmSync(beside(dist, 'last'), { recursive: true, force: true });
        if (existsSync(dist)) renameSync(dist, beside(dist, 'last'));
        renameSync(fileURLToPath(dir), dist);
        await takeAway(beside(dist, 'last'));
      },
    },
  };
}

/** Takes a folder away. A large one goes on vanishing when the build has ended: nobody has to wait for it. */
async function takeAway(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const old = `${folder}-${randomUUID()}`;
  renameSync(folder, old);
  const code = 'require("node:fs").rmSync(process.argv[1], { recursive: true, force: true })';
  const remover = spawn(process.execPath, ['-e', code, old], { detached: true, stdio: 'ignore' });
  await Promise.race([once(remover, 'exit'), setTimeout(patience, undefined, { ref: false })]);
  remover.unref();
}

/** How long a build waits for the last site to vanish, in ms. */
const patience = 300;

/** `…/.dist-next` for `…/dist`: on the same disk, so that a rename is enough. */
function beside(path: string, what: 'next' | 'last'): string {
  return path.replace(/([^\\/]+)$/u, `.$1-${what}`);
}
