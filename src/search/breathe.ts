/** How long work may go on before the browser gets its turn (milliseconds), on a slow machine too. */
const atOnce = 8;

let since = 0;

/** Lets the browser do what waits, if work has gone on for long. */
export async function breathe(): Promise<void> {
  const now = performance.now();
  if (now - since < atOnce) return;
  await ('scheduler' in globalThis && 'yield' in scheduler
    ? scheduler.yield()
    : new Promise((resolve) => setTimeout(resolve, 0)));
  since = performance.now();
}
