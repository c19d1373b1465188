import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { homeMessages } from './home.messages';

export function Page() {
  const text = useText(homeMessages);
  return <Frame title={text('title')} />;
}
