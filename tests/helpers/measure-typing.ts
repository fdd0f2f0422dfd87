/** How search keeps up with someone who types, on a slow processor. */
import type { Browser } from 'playwright-core';
import { slowProcessor } from './throttling.ts';

/** From one letter to the next, in ms. */
const pause = 300;

/**
 * Types queries letter by letter into the search page, all of them twice: the first time loads what they need.
 *
 * @returns in ms: `keystroke`, the median from a letter to its results; `longestTask` of the page, 0 where none took
 * longer than 50 (W3C, "Long Tasks API")
 */
export async function measureTyping(browser: Browser, address: string, queries: readonly string[]) {
  const page = await (await browser.newContext()).newPage();
  await slowProcessor(await page.context().newCDPSession(page));
  await page.goto(address, { waitUntil: 'networkidle' });
  const field = page.locator('#q');
  const measured = await page.evaluateHandle(() => {
    const [times, tasks]: [number[], number[]] = [[], []];
    let pressed = 0;
    addEventListener('input', () => (pressed = performance.now()), true);
    const count = document.querySelector('.count');
    const answered = new MutationObserver(() => {
      if (pressed === 0 || !/passage|topic|appear/iu.test(count?.textContent ?? '')) return;
      times.push(performance.now() - pressed);
      pressed = 0;
    });
    if (count) answered.observe(count, { childList: true });
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ entryTypes: ['longtask'] });
    return { times, tasks };
  });
  const type = async (): Promise<void> => {
    for (const query of queries) {
      await field.fill('');
      await field.pressSequentially(query, { delay: pause });
    }
    await page.waitForTimeout(pause);
  };
  await type();
  await measured.evaluate(({ times }) => times.splice(0));
  await type();
  const { times, tasks } = await measured.jsonValue();
  await page.context().close();
  times.sort((a, b) => a - b);
  return { keystroke: times[times.length >> 1] ?? NaN, longestTask: Math.max(0, ...tasks) };
}
