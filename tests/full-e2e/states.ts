/** What readers see: each kind of page, and an item's page with each thing that opens over it or is turned on. */
import type { Page } from '@playwright/test';
import { expect, meeting } from '../e2e/fixtures.ts';
import { pageKinds } from '../helpers/page-kinds.ts';

export const laptop = { width: 1360, height: 900 };
export const phone = { width: 390, height: 844 };

async function openPopover(page: Page, opener: string): Promise<void> {
  await page.locator(opener).first().press('Enter');
  await expect(page.locator(':popover-open, dialog[open]')).toBeVisible();
}

const item = `${meeting}1-2/`;
const overItem: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the search dialog': async (page) => {
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('searchbox').fill('Japan');
    await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  },
  'the links of a paragraph': (page) => openPopover(page, '.paragraph-number'),
  'the tools for selected words': async (page) => {
    await page.locator('#p2s1').selectText();
    await expect(page.getByRole('group', { name: 'Selected words' })).toBeVisible();
  },
  'who said what': (page) => page.getByRole('checkbox').check(),
  'the explanation of a term': (page) => openPopover(page, '.text .term'),
  'the citations': (page) => openPopover(page, '.cite summary'),
};

export interface State {
  name: string;
  open: (page: Page) => Promise<void>;
}

/** Opens a page and waits for what it shows after loading. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  if (path.includes('?q=')) await expect(page.locator('#results > li').first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

export const states: readonly State[] = [
  ...[...pageKinds, `${item}#p2`].map((path) => ({ name: path, open: (page: Page) => openPage(page, path) })),
  ...Object.entries(overItem).map(([name, show]) => ({
    name: `${item} with ${name}`,
    open: async (page: Page) => {
      await openPage(page, item);
      await show(page);
    },
  })),
];
