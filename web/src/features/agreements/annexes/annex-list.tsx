import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import type { ShownAgreement } from '../agreement-section';
import { annexesMessages } from './annexes.messages';
import './annexes.css';

interface AnnexListProps {
  readonly annexes: ShownAgreement['annexes'];
}

/** The files that belong to the text, each to be opened. */
export function AnnexList({ annexes }: AnnexListProps) {
  const text = useText(annexesMessages);
  const { number } = useFormat();
  if (annexes.length === 0) return null;
  return (
    <div className="gq-annexes">
      <h3>{text('annexes')}</h3>
      <ol>
        {annexes.map(({ position, title, sizeBytes, downloadUrl, sha256 }) => (
          <li key={position}>
            <a href={downloadUrl} target="_blank" rel="noreferrer">
              {text('annex', { place: position, title })}
            </a>{' '}
            <span>{text('size', { size: number(Math.max(1, Math.round(sizeBytes / 1024))) })}</span>
            <code>{sha256}</code>
          </li>
        ))}
      </ol>
    </div>
  );
}
