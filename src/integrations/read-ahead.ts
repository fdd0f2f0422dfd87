import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';

/**
 * Reads meetings in a thread, from the last one on, while the build reads them from the first one on: where they meet,
 * each finds what the other has read, and the build has waited half as long.
 */
export function readAhead(): AstroIntegration {
  let thread: Worker | undefined;
  return {
    name: 'read-ahead',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build') return;
        thread = new Worker(new URL('read-ahead-thread.ts', import.meta.url));
        // What is wrong with the content, the build itself finds and reports.
        thread.on('error', () => undefined).unref();
      },
      'astro:build:start': async () => {
        await thread?.terminate();
      },
    },
  };
}
