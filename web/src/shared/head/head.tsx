import { createContext, useContext, useEffect } from 'react';
import { useText } from '../i18n/messages';
import { headMessages } from './head.messages';

/** What a page puts into the head of its document. */
export interface Head {
  title: string;
  description?: string;
  /** A schema.org description for search engines. */
  structuredData?: object;
}

/** Filled while the server renders; null in the browser. */
export const HeadContext = createContext<Head | null>(null);

/** Sets the title, with the name of the portal behind it, and what search engines read. */
export function useHead(head: Head): void {
  const collected = useContext(HeadContext);
  const title = `${head.title} · ${useText(headMessages)('portal')}`;
  if (collected !== null) Object.assign(collected, head, { title });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
