/** Loads the bundled Chinese font where the system has none: pictures, kiosks, foreign machines. */
export function loadFallbackFont(): void {
  const load = async (): Promise<void> => {
    if (hasChineseFont()) return;
    await import('@fontsource-variable/noto-sans-sc/index.css');
    document.documentElement.dataset.font = 'bundled';
  };
  if ('requestIdleCallback' in window) requestIdleCallback(() => void load());
  else setTimeout(() => void load(), 1);
}

/** Characters without a glyph all look like the same box. */
function hasChineseFont(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 24;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return true;
  const draw = (character: string): string => {
    context.clearRect(0, 0, 24, 24);
    context.font = '20px sans-serif';
    context.fillText(character, 0, 20);
    return context.getImageData(0, 0, 24, 24).data.join();
  };
  return draw('\u5de5') !== draw('\u6865');
}
