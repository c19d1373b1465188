/** Attributes that take the focus from an element which stays. */
const TAKING = ['disabled', 'hidden', 'inert'];
/** Parts of a page where somebody who lost the focus finds his way again. */
const PARTS = 'main, section, article, li';

/**
 * Puts the focus where work goes on when what had it is gone: a dialog that closed, a button whose step is done, a card that
 * moved. Otherwise the keyboard and readers of the screen would begin anew at the top of the document.
 */
export function keepFocus(root: HTMLElement): void {
  /** What in the page had the focus last, and all around it. */
  let trail: readonly HTMLElement[] = [];
  let isWaiting = false;
  const restore = (): void => {
    isWaiting = false;
    if (document.activeElement !== document.body) return;
    const [last, ...around] = trail;
    if (last?.isConnected) last.focus();
    if (document.activeElement !== document.body) return;
    const part = around.find((element) => element.isConnected && element.matches(PARTS));
    if (part !== undefined) focusPart(part);
  };
  const look = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    // A browser takes the focus from what is hidden or disabled only after it has drawn the frame.
    requestAnimationFrame(() => setTimeout(restore));
  };
  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) trail = [target, ...around(target, root)];
  });
  // Who points at the page's ground takes the focus away on purpose.
  root.addEventListener('pointerdown', () => (trail = []));
  document.addEventListener('focusout', look);
  new MutationObserver(look).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: TAKING,
  });
}

function around(element: HTMLElement, root: HTMLElement): HTMLElement[] {
  const parent = element.parentElement;
  return parent === null || parent === root ? [] : [parent, ...around(parent, root)];
}

function focusPart(part: HTMLElement): void {
  if (!part.hasAttribute('tabindex')) {
    part.tabIndex = -1;
    part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true });
  }
  part.focus({ preventScroll: true });
}
