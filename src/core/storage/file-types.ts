/** Types of files we take, by their short names. */
export const FILE_TYPES = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  webp: { mediaType: 'image/webp', extensions: ['webp'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  csv: { mediaType: 'text/csv', extensions: ['csv'] },
  text: { mediaType: 'text/plain', extensions: ['txt'] },
} as const satisfies Record<string, { mediaType: string; extensions: readonly string[] }>;

export type FileType = keyof typeof FILE_TYPES;

/** Evidence on paper, photographed or scanned. */
export const DOCUMENT_TYPES: readonly FileType[] = ['pdf', 'png', 'jpeg', 'webp'];
/** Tables for imports. */
export const TABLE_TYPES: readonly FileType[] = ['xlsx', 'csv'];
