import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { useMembership } from '@/shared/viewer/use-membership';
import { TemplateDialog, type FilledTemplate } from './template-dialog';
import { templatesMessages } from './templates.messages';

/** In the form of a new agreement of college and enterprise: fills title and clauses from a template. */
export function TemplatePicker({
  organisationId,
  onUse,
}: {
  readonly organisationId: string;
  /** After the text was filled in. */
  readonly onUse: () => void;
}) {
  const text = useText(templatesMessages);
  const form = Form.useFormInstance();
  const membership = useMembership(organisationId);
  const partner = Form.useWatch('partner', form) as { readonly value: string } | undefined;
  const [isOpen, setIsOpen] = useState(false);
  const isCollege = membership?.organisation.kind === 'COLLEGE';
  const apply = ({ templateId, versionNumber, title, clauses }: FilledTemplate): void => {
    form.setFieldsValue({ template: { templateId, versionNumber } });
    form.setFieldValue(['content', 'title'], title);
    form.setFieldValue(
      ['content', 'clauses'],
      clauses.map(({ heading, body }) => ({ key: null, heading, body })),
    );
    onUse();
    toast.success(text('applied'));
  };
  const day = (name: string) => form.getFieldValue(['content', name]) as string | undefined;
  return (
    <>
      <Form.Item extra={partner ? text('hint') : text('partnerFirst')}>
        <Button disabled={!partner} onClick={() => setIsOpen(true)}>
          {text('use')}
        </Button>
      </Form.Item>
      <Form.Item name="template" hidden>
        <Input />
      </Form.Item>
      {isOpen && partner && (
        <TemplateDialog
          organisationId={organisationId}
          kind="SCHOOL_ENTERPRISE"
          known={{
            parties: [
              { role: isCollege ? 'COLLEGE' : 'ENTERPRISE', organisationId },
              { role: isCollege ? 'ENTERPRISE' : 'COLLEGE', organisationId: partner.value },
            ],
            startsOn: day('startsOn') ?? null,
            endsOn: day('endsOn') ?? null,
          }}
          onUse={apply}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
