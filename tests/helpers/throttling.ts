/** A phone on a slow mobile network, what Lighthouse calls slow 4G, as benchmarks have it. */
import type { CDPSession } from 'playwright-core';

const throughput = 1_600_000 / 8;

/** Slows what a page loads, in its threads too. */
export async function slowNetwork(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
}

/** Slows the thread of a page; Chromium does not slow its other threads. */
export async function slowProcessor(session: CDPSession): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}
