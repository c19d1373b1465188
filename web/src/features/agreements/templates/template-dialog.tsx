import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import {
  AgreementTemplateChoices,
  FilledAgreementTemplate,
  type FilledAgreementTemplateQuery,
  type FilledAgreementTemplateQueryVariables,
  type TemplateChoiceFragment,
} from '@/graphql/generated/features/agreements/templates/templates';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { DayPicker } from '@/shared/forms/day-picker';
import { ActionRefused } from '@/shared/graphql/action';
import { operationOptions, useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { templatesMessages } from './templates.messages';

export type FilledTemplate = NonNullable<FilledAgreementTemplateQuery['agreementTemplateText']>;

interface Values {
  readonly templateId: string;
  readonly values?: Readonly<Record<string, string | null | undefined>>;
  readonly replaces?: boolean;
}

export interface TemplateDialogProps {
  readonly organisationId: string;
  /** Code of the kind of agreements that is drafted. */
  readonly kind: string;
  /** The parties and the term as far as they are known. */
  readonly known: Pick<FilledAgreementTemplateQueryVariables, 'parties' | 'startsOn' | 'endsOn'>;
  /** Something was typed already that goes. */
  readonly replacesText: boolean;
  readonly onUse: (text: FilledTemplate) => void;
  readonly onClose: () => void;
}

/** Chooses a template and fills its gaps; what is missing or wrong stands at its gap. */
export function TemplateDialog(props: TemplateDialogProps) {
  const { organisationId, kind, known, replacesText, onUse, onClose } = props;
  const text = useText(templatesMessages);
  const ui = useText(uiMessages);
  const client = useQueryClient();
  const { data, isFetching } = useOperation(AgreementTemplateChoices, { organisationId });
  const builtIn = (data?.builtInAgreementTemplates ?? []).filter((one) => one.kind.code === kind);
  const own = (data?.agreementTemplates.nodes ?? []).filter((one) => one.kind.code === kind);
  const optionOf = ({ id, name }: TemplateChoiceFragment) => ({ value: id, label: name });
  const fill = async ({ templateId, values = {} }: Values): Promise<void> => {
    const asked = [...builtIn, ...own].find(({ id }) => id === templateId)?.variables ?? [];
    const given = asked.map(({ name }) => ({ name, value: values[name] ?? '' }));
    const { agreementTemplateText: filled } = await client.fetchQuery(
      operationOptions(FilledAgreementTemplate, { id: templateId, values: given, ...known }),
    );
    if (!filled) {
      throw new ActionRefused([
        { code: 'REQUEST_NOT_FOUND', field: ['templateId'], message: text('gone') },
      ]);
    }
    if (filled.problems.length > 0) throw new ActionRefused(filled.problems);
    onUse(filled);
  };
  const confirmed = {
    validator: async (_rule: unknown, value: unknown) => {
      if (value !== true) throw new Error(text('replacesNeeded'));
    },
  };
  return (
    <ActionDialog<Values>
      title={text('title')}
      lead={text('lead')}
      submitLabel={text('fill')}
      run={fill}
      onClose={onClose}
    >
      <Form.Item
        name="templateId"
        label={text('template')}
        rules={[{ required: true, message: ui('required') }]}
      >
        <Select
          loading={isFetching}
          notFoundContent={text('none')}
          options={[
            ...(builtIn.length > 0
              ? [{ label: text('builtIn'), options: builtIn.map(optionOf) }]
              : []),
            ...(own.length > 0 ? [{ label: text('own'), options: own.map(optionOf) }] : []),
          ]}
        />
      </Form.Item>
      <Form.Item<Values> noStyle dependencies={['templateId']}>
        {({ getFieldValue }) => (
          <Gaps of={[...builtIn, ...own].find(({ id }) => id === getFieldValue('templateId'))} />
        )}
      </Form.Item>
      {replacesText && (
        <Form.Item name="replaces" valuePropName="checked" rules={[confirmed]}>
          <Checkbox>{text('replaces')}</Checkbox>
        </Form.Item>
      )}
    </ActionDialog>
  );
}

/** A field for each gap that people fill. */
function Gaps({ of: template }: { readonly of: TemplateChoiceFragment | undefined }) {
  const text = useText(templatesMessages);
  const ui = useText(uiMessages);
  return (template?.variables ?? []).map(({ name, label, kind, isRequired, maxLength }) => (
    <Form.Item
      key={`${template?.id ?? ''}-${name}`}
      name={['values', name]}
      label={kind === 'MONEY' ? text('yuan', { label }) : label}
      rules={[
        { required: isRequired, message: ui('required') },
        ...(maxLength == null ? [] : [{ max: maxLength }]),
      ]}
    >
      {kind === 'DATE' ? <DayPicker /> : <Input inputMode={kind === 'TEXT' ? 'text' : 'decimal'} />}
    </Form.Item>
  ));
}
