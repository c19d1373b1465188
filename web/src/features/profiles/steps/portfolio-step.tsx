import { App, Button, Form, Input } from 'antd';
import {
  AddPortfolioFile,
  RemovePortfolioFile,
} from '@/graphql/generated/features/profiles/profile';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { FileUpload } from '@/shared/ui/file-upload';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { UploadedFile } from '@/shared/ui/use-upload';
import type { OwnProfile } from '../profile-steps';
import { profilesMessages } from '../profiles.messages';
import { useSave } from '../use-save';

const MAX = 10;
const TITLE_LENGTH = 60;
const EXTENSIONS = ['pdf', 'docx', 'png', 'jpg', 'jpeg', 'webp'];
type Files = NonNullable<OwnProfile['portfolio']>;

export function PortfolioStep({ profile }: { readonly profile: OwnProfile }) {
  const text = useText(profilesMessages);
  const files = profile.portfolio ?? [];
  return (
    <>
      <p className="gq-profile-note">{text('portfolioLead')}</p>
      {files.length === 0 ? (
        <p className="gq-profile-note">{text('noFiles')}</p>
      ) : (
        <FileList files={files} />
      )}
      {files.length < MAX ? (
        <NewFile key={files.length} />
      ) : (
        <p className="gq-profile-note">{text('limit', { count: MAX })}</p>
      )}
    </>
  );
}

function FileList({ files }: { readonly files: Files }) {
  const text = useText(profilesMessages);
  const words = useText(uiMessages);
  const { date, number } = useFormat();
  const { modal } = App.useApp();
  const attempt = useAttempt();
  const remove = useSave(RemovePortfolioFile);
  const ask = ({ fileId, title }: Files[number]): void => {
    modal.confirm({
      title: text('removeFileTitle', { name: title }),
      content: text('removeFileText'),
      okText: text('remove'),
      okButtonProps: { danger: true },
      cancelText: words('cancel'),
      onOk: () => attempt(() => remove({ fileId })),
    });
  };
  return (
    <ul className="gq-profile-files">
      {files.map((file) => (
        <li key={file.fileId}>
          <div>
            <a href={file.downloadUrl} download aria-label={`${text('download')}: ${file.title}`}>
              {file.title}
            </a>
            <small>
              {file.fileName} · {number(Math.ceil(file.sizeBytes / 1024))} KB ·{' '}
              {date(file.createdAt)}
            </small>
          </div>
          <Button
            type="text"
            danger
            aria-label={text('removeOf', { name: file.title })}
            onClick={() => ask(file)}
          >
            {text('remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface Values {
  readonly file?: UploadedFile | null;
  readonly title?: string;
}

function NewFile() {
  const text = useText(profilesMessages);
  const words = useText(uiMessages);
  const add = useSave(AddPortfolioFile);
  const { form, submit, isRunning, problems, failure } = useActionForm<Values>({
    run: ({ file, title }) => add({ fileId: file?.fileId ?? '', title: title ?? '' }),
    fieldOf: ([first = '']) => [first === 'title' ? 'title' : 'file'],
  });
  const finish = async (values: Values): Promise<void> => {
    if (await submit(values)) toast.success(text('uploaded'));
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark="optional"
      onFinish={(values) => void finish(values)}
      onValuesChange={({ file }) => {
        // The file's own name will do until the person has a better one.
        if (file && !form.getFieldValue('title'))
          form.setFieldValue('title', file.fileName.replace(/\.[^.]+$/, '').slice(0, TITLE_LENGTH));
      }}
    >
      <Form.Item
        name="file"
        label={text('chooseFile')}
        rules={[{ required: true, message: words('required') }]}
      >
        <FileUpload purpose="portfolioFile" extensions={EXTENSIONS} />
      </Form.Item>
      <Form.Item
        name="title"
        label={text('fileTitle')}
        rules={[{ required: true, whitespace: true, message: words('required') }]}
      >
        <Input />
      </Form.Item>
      <FormProblems problems={problems} failure={failure} />
      <Button type="primary" htmlType="submit" loading={isRunning}>
        {text('addFile')}
      </Button>
    </Form>
  );
}
