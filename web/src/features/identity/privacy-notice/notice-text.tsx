import './privacy-notice.css';

/** The notice as it was published: numbered points become a list, its own headline is left to the page. */
export function NoticeText({ text }: { readonly text: string }) {
  const [, ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  return (
    <div className="gq-notice">
      {lines.map((line) => {
        const [, number, point] = /^(\d+)\.\s*(.*)$/.exec(line) ?? [];
        return number === undefined ? (
          <p key={line}>{line}</p>
        ) : (
          <p key={line} className="gq-notice-point">
            <span className="gq-notice-number">{number}.</span>
            <span>{point}</span>
          </p>
        );
      })}
    </div>
  );
}
