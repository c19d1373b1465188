import { Link } from 'react-router';
import { useText } from '@/shared/i18n/messages';
import { appMessages } from './app.messages';
import { useHead } from '@/shared/head/head';

/** The same for what does not exist and for what is not the reader's to see. */
export function NotFoundPage() {
  const text = useText(appMessages);
  useHead({ title: text('notFoundTitle') });
  return (
    <section className="gq-page gq-page-narrow gq-centred" data-status="404">
      <h1>{text('notFoundTitle')}</h1>
      <p>{text('notFoundText')}</p>
      <Link className="gq-button" to="/">
        {text('toHome')}
      </Link>
    </section>
  );
}
