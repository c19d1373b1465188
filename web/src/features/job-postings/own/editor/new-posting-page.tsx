import { useParams } from 'react-router';
import { useText } from '@/shared/i18n/messages';
import { Page as PageFrame } from '@/shared/ui/page';
import { editorMessages } from './editor.messages';
import { PostingForm } from './posting-form';

export function Page() {
  const text = useText(editorMessages);
  const { organisationId = '' } = useParams();
  return (
    <PageFrame title={text('newTitle')} lead={text('newLead')}>
      <PostingForm organisationId={organisationId} posting={null} />
    </PageFrame>
  );
}
