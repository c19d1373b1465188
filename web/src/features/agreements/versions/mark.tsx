import { useText } from '@/shared/i18n/messages';
import { versionsMessages } from './versions.messages';

export interface MarkProps {
  readonly kind: 'INSERTED' | 'REMOVED';
  readonly children: string;
}

/** What came or went: brackets and hidden words say what colour says; a dash alone could be read as the character 一. */
export function Mark({ kind, children }: MarkProps) {
  const text = useText(versionsMessages);
  const isInserted = kind === 'INSERTED';
  const Element = isInserted ? 'ins' : 'del';
  return (
    <Element>
      <span aria-hidden className="gq-versions-sign">
        {isInserted ? '[+' : '[−'}
      </span>
      <span className="gq-hidden-text">{text(isInserted ? 'inserted' : 'removed')}</span>
      {children}
      <span aria-hidden className="gq-versions-sign">
        ]
      </span>
    </Element>
  );
}
