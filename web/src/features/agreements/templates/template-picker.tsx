import { Button, Form, Input, type FormInstance } from 'antd';
import { useState } from 'react';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import type { ClauseValue } from '../drafting/clauses';
import type { DraftParty } from '../drafting/parties';
import { TemplateDialog, type FilledTemplate } from './template-dialog';
import { templatesMessages } from './templates.messages';

interface TemplatePickerProps {
  readonly organisationId: string;
  /** Code of the kind that is drafted. */
  readonly kind: string;
  readonly parties: readonly DraftParty[];
  /** All parties that must be there are chosen: a text names them. */
  readonly isReady: boolean;
  /** After the text was filled in. */
  readonly onUse: () => void;
}

/** In the form of a new agreement: fills title and clauses from a template. */
export function TemplatePicker(props: TemplatePickerProps) {
  const { organisationId, kind, parties, isReady, onUse } = props;
  const text = useText(templatesMessages);
  const form = Form.useFormInstance();
  const [isOpen, setIsOpen] = useState(false);
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
      <Form.Item extra={text(isReady ? 'hint' : 'partiesFirst')}>
        <Button disabled={!isReady} onClick={() => setIsOpen(true)}>
          {text('use')}
        </Button>
      </Form.Item>
      <Form.Item name="template" hidden>
        <Input />
      </Form.Item>
      {isOpen && (
        <TemplateDialog
          organisationId={organisationId}
          kind={kind}
          known={{
            parties: parties.map(({ id, role, name, isPerson }) =>
              isPerson ? { role, name } : { role, organisationId: id },
            ),
            startsOn: day('startsOn') ?? null,
            endsOn: day('endsOn') ?? null,
          }}
          replacesText={hasText(form)}
          onUse={apply}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

function hasText(form: FormInstance): boolean {
  const title = form.getFieldValue(['content', 'title']) as string | undefined;
  const clauses = form.getFieldValue(['content', 'clauses']) as readonly ClauseValue[] | undefined;
  return [title, ...(clauses ?? []).flatMap(({ heading, body }) => [heading, body])].some(
    (typed) => (typed ?? '').trim() !== '',
  );
}
