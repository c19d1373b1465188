import '../own.css';
import { Button, Form } from 'antd';
import { useNavigate } from 'react-router';
import { RegisterOrganisation } from '@/graphql/generated/features/organisations/own/particulars/particulars';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame, Section } from '@/shared/ui/page';
import { AboutItems, ContactItems } from './about-items';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { IdentityItems } from './identity-items';
import { particularsMessages } from './particulars.messages';
import { particularsInput, type ParticularsValues } from './particulars-values';

/** A new organisation; whoever registers it becomes its administrator. */
export function Page() {
  const text = useText(particularsMessages);
  const navigate = useNavigate();
  const register = useAction(RegisterOrganisation);
  const { form, submit, isRunning, problems, failure } = useActionForm<ParticularsValues>({
    run: async (values) => {
      const { organisation } = await register.run({
        ...particularsInput(values),
        kind: values.kind,
      });
      draft.discard();
      if (organisation) await navigate(`/work/${organisation.id}`);
    },
  });
  const draft = useDraft(form, 'organisation-new');
  return (
    <Frame title={text('registerTitle')} lead={text('registerLead')}>
      <Form<ParticularsValues>
        form={form}
        layout="vertical"
        requiredMark="optional"
        onValuesChange={draft.keep}
        onFinish={submit}
      >
        <DraftNotice draft={draft} onDiscard={() => form.resetFields()} />
        <Section title={text('identity')}>
          <IdentityItems form={form} isNew isVerified={false} />
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
          {text('register')}
        </Button>
      </Form>
    </Frame>
  );
}
