import type { SeekerFormat } from '../imported-seeker.js';
import { tipdm2023Seekers } from './tipdm-2023.js';

/** Formats `import seekers` knows, by name. */
export const seekerFormats: ReadonlyMap<string, SeekerFormat> = new Map(
  [tipdm2023Seekers].map((format) => [format.name, format]),
);
