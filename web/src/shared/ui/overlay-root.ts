const ID = 'gq-overlays';

/**
 * Where dialogs and drawers stand. In the body itself antd would lock its scrolling with a style element of its own, which the
 * content security policy forbids.
 */
export function overlayRoot(): HTMLElement {
  const found = document.getElementById(ID);
  if (found !== null) return found;
  const made = document.createElement('div');
  made.id = ID;
  document.body.append(made);
  return made;
}
