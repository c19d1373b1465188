import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import {
  ImportJsonResume,
  JsonResumePreview,
  type JsonResumePreviewQuery,
} from '@/graphql/generated/features/profiles/profile';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { ActionRefused } from '@/shared/graphql/action';
import { operationOptions } from '@/shared/graphql/query';
import { RequestError } from '@/shared/graphql/request';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { useSave } from '../use-save';
import { ImportPreview } from './import-preview';
import { TextFileButton } from './text-file-button';
import { transferMessages } from './transfer.messages';

interface Values {
  readonly document?: string;
}
export type Preview = JsonResumePreviewQuery['jsonResumePreview'];

/** Takes a document over, after showing what it would change. */
export function ImportPart({ version }: { readonly version: number | null }) {
  const text = useText(transferMessages);
  const words = useText(uiMessages);
  const client = useQueryClient();
  const [preview, setPreview] = useState<Preview | null>(null);
  const apply = useSave(ImportJsonResume);
  const { form, submit, isRunning, problems, failure } = useActionForm<Values>({
    run: async ({ document = '' }) => {
      if (preview !== null) return apply({ document, version });
      const answer = await client
        .fetchQuery({ ...operationOptions(JsonResumePreview, { document }), staleTime: 0 })
        .catch(atDocument);
      setPreview(answer.jsonResumePreview);
      return answer;
    },
  });
  const finish = async (values: Values): Promise<void> => {
    const isApplying = preview !== null;
    if (!(await submit(values)) || !isApplying) return;
    setPreview(null);
    form.resetFields();
    toast.success(text('applied'));
  };
  return (
    <div className="gq-profile-part">
      <h3>{text('import')}</h3>
      <p className="gq-profile-note">{text('importLead')}</p>
      <TextFileButton
        accept=".json,application/json"
        onText={(document) => {
          setPreview(null);
          form.setFieldsValue({ document });
        }}
      />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark="optional"
        onValuesChange={() => setPreview(null)}
        onFinish={(values) => void finish(values)}
      >
        <Form.Item
          name="document"
          label={text('importDocument')}
          rules={[{ required: true, whitespace: true, message: words('required') }]}
        >
          <Input.TextArea rows={5} spellCheck={false} />
        </Form.Item>
        {preview && <ImportPreview preview={preview} />}
        <FormProblems problems={problems} failure={failure} />
        <div className="gq-profile-buttons">
          <Button type="primary" htmlType="submit" loading={isRunning} danger={preview !== null}>
            {text(preview === null ? 'preview' : 'apply')}
          </Button>
          {preview !== null && <Button onClick={() => setPreview(null)}>{words('cancel')}</Button>}
        </div>
      </Form>
    </div>
  );
}

/** A query refuses with an error of its own; what is wrong with the document stands at its field. */
function atDocument(error: unknown): never {
  if (error instanceof RequestError && error.code === 'BAD_USER_INPUT')
    throw new ActionRefused([{ code: error.code, field: ['document'], message: error.message }]);
  throw error;
}
