import { Button, Form, Input, Radio } from 'antd';
import {
  EvidenceRequirements,
  SubmitVerification,
  type EvidenceKind,
  type OrganisationKind,
} from '@/graphql/generated/features/organisations/own/verification/verification';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { FileUpload } from '@/shared/ui/file-upload';
import { toast } from '@/shared/ui/toasts';
import { Loaded } from '@/shared/ui/states';
import type { UploadedFile } from '@/shared/ui/use-upload';
import { verificationMessages } from './verification.messages';

const EXTENSIONS = ['pdf', 'jpg', 'jpeg', 'png', 'webp'] as const;

interface Values {
  /** One for each paper that is required, in the order of the requirements. */
  readonly papers: readonly { readonly kind: EvidenceKind; readonly file: UploadedFile }[];
  readonly note?: string;
}

export interface SubmitFormProps {
  readonly organisationId: string;
  readonly kind: OrganisationKind;
}

/** The papers the kind of organisation has to show, one file for each. */
export function SubmitForm({ organisationId, kind }: SubmitFormProps) {
  const query = useOperation(EvidenceRequirements, { kind });
  return (
    <Loaded of={query}>
      {({ evidenceRequirements: { required } }) => (
        <PapersForm organisationId={organisationId} required={required} />
      )}
    </Loaded>
  );
}

interface PapersFormProps {
  readonly organisationId: string;
  readonly required: readonly { readonly anyOf: readonly EvidenceKind[] }[];
}

function PapersForm({ organisationId, required }: PapersFormProps) {
  const text = useText(verificationMessages);
  const submission = useAction(SubmitVerification, {
    refreshes: ['OwnVerifications', 'OrganisationOverview', 'Viewer'],
  });
  const { form, submit, isRunning, problems, failure } = useActionForm<Values>({
    run: async ({ papers, note }) => {
      await submission.run({
        organisationId,
        evidence: papers.map(({ kind, file }) => ({ kind, fileId: file.fileId })),
        note: note?.trim() ? note : null,
      });
      toast.success(text('submitted'));
    },
    fieldOf: ([name = '', index]) =>
      name === 'evidence' && index !== undefined ? ['papers', Number(index), 'file'] : [name],
  });
  const nameOf = (anyOf: readonly EvidenceKind[]): string =>
    anyOf.map((kind) => text(`evidence_${kind}`)).join(' / ');
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark="optional"
      initialValues={{ papers: required.map(({ anyOf: [kind] }) => ({ kind })) }}
      onFinish={submit}
    >
      <p className="gq-lead gq-own-text">{text('submitLead')}</p>
      {required.map(({ anyOf }, index) => (
        <div key={anyOf.join()} className="gq-own-paper">
          <Form.Item
            name={['papers', index, 'kind']}
            label={text('kindOf')}
            hidden={anyOf.length === 1}
          >
            <Radio.Group
              options={anyOf.map((value) => ({ value, label: text(`evidence_${value}`) }))}
            />
          </Form.Item>
          <Form.Item
            name={['papers', index, 'file']}
            label={nameOf(anyOf)}
            rules={[{ required: true, message: text('fileMissing') }]}
          >
            <FileUpload
              purpose="organisationEvidence"
              extensions={EXTENSIONS}
              aria-label={nameOf(anyOf)}
            />
          </Form.Item>
        </div>
      ))}
      <Form.Item name="note" label={text('note')} rules={[{ max: 1000 }]}>
        <Input.TextArea rows={3} count={{ show: true, max: 1000 }} />
      </Form.Item>
      <FormProblems problems={problems} failure={failure} />
      <Button type="primary" htmlType="submit" loading={isRunning}>
        {text('submit')}
      </Button>
    </Form>
  );
}
