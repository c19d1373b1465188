import type { PostingFormat } from '../imported-posting.js';
import { itPostings2019 } from './it-postings-2019.js';
import { job512023 } from './job51-2023.js';
import { tipdm2023 } from './tipdm-2023.js';
import { zhaopin2024 } from './zhaopin-2024.js';

/** Source formats by the name the `import postings` command takes. */
export const postingFormats: ReadonlyMap<string, PostingFormat> = new Map(
  [tipdm2023, itPostings2019, zhaopin2024, job512023].map((format) => [format.name, format]),
);
