import { Button } from 'antd';
import { MyJsonResume } from '@/graphql/generated/features/profiles/profile';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { saveText } from '@/shared/ui/save-text';
import { transferMessages } from './transfer.messages';

export function ExportPart() {
  const text = useText(transferMessages);
  const { data, isPending } = useOperation(MyJsonResume, {});
  const document = data?.me?.profile?.jsonResume ?? null;
  return (
    <div className="gq-profile-part">
      <h3>{text('export')}</h3>
      <p className="gq-profile-note">{text('exportLead')}</p>
      <Button
        loading={isPending}
        disabled={document === null}
        onClick={() => {
          if (document !== null) saveText(document, 'resume.json', 'application/json');
        }}
      >
        {text('exportButton')}
      </Button>
    </div>
  );
}
