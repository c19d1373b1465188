/** Under which what is typed about a posting is kept on the device: an edit of one version. */
export function draftName({ id, version }: { readonly id: string; readonly version: number }) {
  return `posting.${id}.${String(version)}`;
}
