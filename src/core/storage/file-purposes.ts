import type { FileType } from './file-types.js';

/** Largest file of all purposes; the database holds the same limit. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** What files are uploaded for, and which are taken for it. */
export interface FilePurpose {
  readonly name: string;
  readonly types: readonly FileType[];
  readonly maxBytes: number;
  /** Whether each download leaves an audit entry: papers that say a lot about their owner. */
  readonly isAudited: boolean;
}

const NAME = /^[a-z][a-zA-Z0-9]{2,49}$/;
const declared = new Map<string, FilePurpose>();

/**
 * Declares a purpose; the module that attaches such files does so once, beside its service:
 *
 *     export const ORGANISATION_EVIDENCE = defineFilePurpose('organisationEvidence', { types: DOCUMENT_TYPES });
 */
export function defineFilePurpose(
  name: string,
  {
    types,
    maxBytes = MAX_FILE_BYTES,
    isAudited = false,
  }: {
    readonly types: readonly FileType[];
    readonly maxBytes?: number;
    readonly isAudited?: boolean;
  },
): FilePurpose {
  if (!NAME.test(name)) throw new Error(`File purpose ${name} is not camelCase`);
  if (declared.has(name)) throw new Error(`File purpose ${name} is declared twice`);
  if (maxBytes < 1 || maxBytes > MAX_FILE_BYTES)
    throw new Error(`File purpose ${name} is too large`);
  const purpose = { name, types, maxBytes, isAudited };
  declared.set(name, purpose);
  return purpose;
}

export function findFilePurpose(name: string): FilePurpose | null {
  return declared.get(name) ?? null;
}

export function declaredFilePurposes(): readonly FilePurpose[] {
  return [...declared.values()];
}
