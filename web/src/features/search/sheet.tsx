import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useText } from '@/shared/i18n/messages';
import { CloseIcon } from './search-icons';
import { searchMessages } from './search.messages';

export interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** Comes up over the page; the browser keeps the focus inside and closes it with Escape. Render it while it is open. */
export function Sheet({ title, onClose, footer, children }: SheetProps) {
  const text = useText(searchMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="gq-sheet"
      aria-labelledby={titleId}
      onCancel={(event) => {
        // It is closed by whoever rendered it; a sheet above this one closes alone.
        event.preventDefault();
        if (event.target === event.currentTarget) onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="gq-sheet-body">
        <header className="gq-sheet-header">
          <h2 id={titleId}>{title}</h2>
          <button
            type="button"
            className="gq-posting-tool"
            aria-label={text('close')}
            onClick={onClose}
          >
            <CloseIcon />
          </button>
        </header>
        <div className="gq-sheet-content">{children}</div>
        {footer && <footer className="gq-sheet-footer">{footer}</footer>}
      </div>
    </dialog>
  );
}
