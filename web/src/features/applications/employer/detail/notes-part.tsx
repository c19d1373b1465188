import { Button, Form, Input } from 'antd';
import { AddApplicationNote } from '@/graphql/generated/features/applications/employer/employer';
import { useFormat } from '@/shared/format/use-format';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { toast } from '@/shared/ui/toasts';
import type { Application } from './application-detail';
import { detailMessages } from './detail.messages';

interface NotesPartProps {
  readonly application: Application;
  readonly mayDecide: boolean;
}

/** Notes among colleagues. */
export function NotesPart({ application, mayDecide }: NotesPartProps) {
  const text = useText(detailMessages);
  const format = useFormat();
  const { id, notes } = application;
  return (
    <section>
      <h3>{text('notes')}</h3>
      <p className="gq-candidate-soft">{text('notesText')}</p>
      {notes.length === 0 ? (
        <p className="gq-candidate-soft">{text('noNotes')}</p>
      ) : (
        <ul className="gq-candidate-entries">
          {notes.map(({ id: noteId, body, author, writtenAt, visibility }) => (
            <li key={noteId}>
              <p className="gq-candidate-text">{body}</p>
              <p className="gq-candidate-soft">
                {[author?.displayName, format.dateTime(writtenAt)].filter(Boolean).join(' · ')}{' '}
                {visibility === 'SHARED' && <Badge tone="warn">{text('shared')}</Badge>}
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayDecide && <NoteForm key={id} applicationId={id} />}
    </section>
  );
}

interface NoteValues {
  readonly body: string;
}

function NoteForm({ applicationId }: { readonly applicationId: string }) {
  const text = useText(detailMessages);
  const { run } = useAction(AddApplicationNote, { refreshes: ['EmployerApplication'] });
  const { form, submit, isRunning, problems, failure } = useActionForm<NoteValues>({
    run: ({ body }) => run({ applicationId, body, visibility: 'INTERNAL' }),
  });
  const draft = useDraft(form, `note.${applicationId}`);
  const finish = async (values: NoteValues): Promise<void> => {
    if (!(await submit(values))) return;
    draft.discard();
    form.resetFields();
    toast.success(text('noteSaved'));
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onValuesChange={draft.keep}
      onFinish={(values) => void finish(values)}
    >
      <Form.Item
        name="body"
        label={text('note')}
        rules={[{ required: true, whitespace: true, message: text('noteNeeded') }, { max: 2000 }]}
      >
        <Input.TextArea rows={2} />
      </Form.Item>
      <FormProblems problems={problems} failure={failure} />
      <Button htmlType="submit" loading={isRunning}>
        {text('addNote')}
      </Button>
    </Form>
  );
}
