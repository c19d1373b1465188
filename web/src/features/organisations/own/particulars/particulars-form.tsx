import { App, Button, Form } from 'antd';
import { EditOrganisation } from '@/graphql/generated/features/organisations/own/particulars/particulars';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { uiMessages } from '@/shared/ui/ui.messages';
import { AboutItems, ContactItems } from './about-items';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { toast } from '@/shared/ui/toasts';
import { IdentityItems } from './identity-items';
import { particularsMessages } from './particulars.messages';
import {
  isMaterialChange,
  particularsInput,
  valuesOf,
  type OwnOrganisationRecord,
  type ParticularsValues,
} from './particulars-values';

/** Edits the particulars; asks again before the verification is lost. */
export function ParticularsForm({
  organisation,
}: {
  readonly organisation: OwnOrganisationRecord;
}) {
  const text = useText(particularsMessages);
  const ui = useText(uiMessages);
  const { modal } = App.useApp();
  const { id, kind, version, standing } = organisation;
  const before = valuesOf(organisation);
  const edit = useAction(EditOrganisation, {
    refreshes: ['OwnOrganisation', 'OrganisationOverview', 'Viewer'],
  });
  const { form, submit, isRunning, problems, failure } = useActionForm<ParticularsValues>({
    run: async (values) => {
      await edit.run({ id, version, changes: particularsInput(values) });
      draft.discard();
      toast.success(text('saved'));
    },
    fieldOf: (path) => (path[0] === 'changes' ? path.slice(1) : [...path]),
  });
  const draft = useDraft(form, `organisation-${id}-${version}`);
  const isVerified = standing === 'VERIFIED';
  const finish = (values: ParticularsValues): void => {
    if (!isVerified || !isMaterialChange(before, { ...before, ...values })) {
      void submit(values);
      return;
    }
    void modal.confirm({
      title: text('materialTitle'),
      content: text('materialText'),
      okText: text('materialOk'),
      okButtonProps: { danger: true },
      onOk: () => void submit(values),
    });
  };
  return (
    <Form<ParticularsValues>
      form={form}
      layout="vertical"
      requiredMark="optional"
      initialValues={{ ...before, kind }}
      onValuesChange={draft.keep}
      onFinish={finish}
    >
      <DraftNotice draft={draft} onDiscard={() => form.resetFields()} />
      <Section title={text('identity')}>
        <IdentityItems form={form} isNew={false} isVerified={isVerified} />
      </Section>
      <Section title={text('contactPerson')}>
        <p className="gq-lead gq-own-text">{text('contactHint')}</p>
        <ContactItems />
      </Section>
      <Section title={text('about')}>
        <AboutItems />
      </Section>
      <FormProblems problems={problems} failure={failure} />
      <Button type="primary" htmlType="submit" loading={isRunning}>
        {ui('save')}
      </Button>
    </Form>
  );
}
