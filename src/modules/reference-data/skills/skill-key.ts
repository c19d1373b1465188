/** What skill names are compared by: no table of skills exists, so case, width and white space must not matter. */
export function skillKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}
