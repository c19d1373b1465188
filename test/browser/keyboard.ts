import type { Locator } from 'playwright-core';
import type { Person } from './portal.js';

/** More places than any of the pages has between two steps of the way. */
const MOST_TABS = 120;
/** How long the focus may be nowhere while a page changes. */
const FOCUS_MS = 5_000;
/** How long a list may take to come. */
const SETTLE_MS = 60;
const CHOICES_MS = 20_000;

/** Somebody without a mouse. */
export interface Keyboard {
  /** Goes on with the Tab key until the element has the focus. */
  tabTo(element: Locator): Promise<void>;
  press(element: Locator, key?: 'Enter' | 'Space'): Promise<void>;
  type(element: Locator, text: string): Promise<void>;
  /** Types into a field with suggestions and takes the one of the name. */
  choose(element: Locator, text: string): Promise<void>;
  /** Opens a menu and takes one of its entries. */
  take(menu: Locator, entry: string): Promise<void>;
  /** Whoever was somewhere on the page still is when it has changed: in a dialog that opened, or where it closed. */
  isSomewhere(): Promise<void>;
}

export function keyboardOf({ page }: Person): Keyboard {
  const focused = page.locator('*:focus:not(body)');
  const hasFocus = async (element: Locator) => (await element.and(focused).count()) > 0;
  const seeFocus = async (): Promise<void> => {
    const unseen = await focused.evaluateAll(unseenOf);
    if (unseen.length > 0) throw new Error(`Nothing shows the focus of ${unseen.join()}`);
  };
  const tabTo = async (element: Locator): Promise<void> => {
    await element.waitFor();
    for (let pressed = 0; !(await hasFocus(element)); pressed += 1) {
      if (pressed === MOST_TABS) throw new Error(`${String(element)} is out of reach`);
      await page.keyboard.press('Tab');
      await seeFocus();
    }
  };
  const press = async (element: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
    await tabTo(element);
    await page.keyboard.press(key);
  };
  const entered = (entry: Locator) => async () => {
    const isMarked = async (): Promise<boolean> => (await entry.count()) > 0;
    for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
      // The mark follows the key a moment later: it must have come to rest here before the key that takes it.
      if (await isMarked()) {
        await page.waitForTimeout(SETTLE_MS);
        if (await isMarked()) return page.keyboard.press('Enter');
      }
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(SETTLE_MS);
    }
    throw new Error(`${String(entry)} is out of the arrows' reach`);
  };
  return {
    tabTo,
    press,
    async type(element, text) {
      await tabTo(element);
      await page.keyboard.type(text);
    },
    async choose(element, text) {
      await tabTo(element);
      await page.keyboard.type(text);
      const option = page.locator('.ant-select-item-option-active', { hasText: text });
      await page
        .locator('.ant-select-item-option', { hasText: text })
        .first()
        .waitFor({ timeout: CHOICES_MS });
      await entered(option)();
    },
    async take(menu, entry) {
      await press(menu);
      const item = page.getByRole('menuitem', { name: entry });
      await item.waitFor();
      await entered(item.and(page.locator(':focus')))();
    },
    async isSomewhere() {
      await focused.waitFor({ state: 'attached', timeout: FOCUS_MS });
    },
  };
}

interface Drawn {
  readonly outlineStyle: string;
  readonly boxShadow: string;
}
interface Part {
  readonly outerHTML: string;
  readonly nextElementSibling: Part | null;
  readonly parentElement: Part | null;
  closest(selector: string): Part | null;
}

/** Runs in the page: elements of which nothing shows that they have the focus. Some are drawn by what is around or beside them. */
function unseenOf(elements: readonly Part[]): string[] {
  const { getComputedStyle } = globalThis as unknown as { getComputedStyle(part: Part): Drawn };
  const isShown = (element: Part): boolean => {
    const fields = [
      element.closest('.ant-input'),
      element.closest('.ant-input-affix-wrapper, .ant-select, .ant-picker'),
    ];
    const drawn = [element, element.nextElementSibling, element.parentElement];
    return (
      fields.some((part) => part !== null && getComputedStyle(part).boxShadow !== 'none') ||
      drawn.some((part) => part !== null && getComputedStyle(part).outlineStyle !== 'none')
    );
  };
  return elements
    .filter((element) => !isShown(element))
    .map(({ outerHTML }) => outerHTML.slice(0, 200));
}
