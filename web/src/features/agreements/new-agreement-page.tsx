import { Form } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { CreateAgreement } from '@/graphql/generated/features/agreements/agreement';
import { DraftingKinds } from '@/graphql/generated/features/agreements/drafting/drafting';
import { addDays, mondayFrom, today } from '@/shared/format/days';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { useMembership } from '@/shared/viewer/use-membership';
import type { Membership } from '@/shared/viewer/use-viewer';
import { AgreementForm } from './agreement-form';
import { agreementMessages } from './agreement.messages';
import { contentFieldOf, contentInput, type AgreementContent } from './drafting/content';
import { KindFields } from './drafting/kind-fields';
import {
  draftingRoles,
  draftParties,
  openRoles,
  partiesInput,
  type ChosenParties,
  type DraftingKind,
} from './drafting/parties';
import { partiesMessages } from './drafting/parties.messages';
import { PartyFields } from './drafting/party-fields';
import { TemplatePicker } from './templates/template-picker';
import './agreements.css';

interface Values {
  readonly kind: string;
  /** Asked for where the own organisation fits several roles. */
  readonly ownRole?: string;
  readonly parties?: ChosenParties;
  readonly content: AgreementContent;
  /** Where the text was drafted from. */
  readonly template?: { readonly templateId: string; readonly versionNumber: number } | null;
}

export function Page() {
  const text = useText(agreementMessages);
  const parties = useText(partiesMessages);
  const { organisationId = '' } = useParams();
  const membership = useMembership(organisationId);
  const [address] = useSearchParams();
  const asked = address.get('kind');
  const query = useOperation(DraftingKinds, {});
  return (
    <Frame title={text('newTitle')} lead={text('newLead')}>
      <Loaded of={query}>
        {({ agreementKinds }) => {
          const kinds = agreementKinds.filter(
            (kind) => membership && draftingRoles(kind, membership.organisation.kind).length > 0,
          );
          const first = kinds.find(({ code }) => code === asked) ?? kinds[0];
          return membership && first ? (
            <NewForm own={membership.organisation} kinds={kinds} first={first} />
          ) : (
            <EmptyState title={parties('noKind')}>
              <p>{parties('noKindText')}</p>
            </EmptyState>
          );
        }}
      </Loaded>
    </Frame>
  );
}

/** Time to agree and to sign before it begins. */
const DAYS_TO_SIGN = 14;

interface NewFormProps {
  readonly own: Membership['organisation'];
  /** Those the organisation may draw up. */
  readonly kinds: readonly DraftingKind[];
  /** The one that is chosen at first. */
  readonly first: DraftingKind;
}

function NewForm({ own, kinds, first }: NewFormProps) {
  const navigate = useNavigate();
  const { run } = useAction(CreateAgreement, { refreshes: ['Agreements', 'AgreementCounts'] });
  const [createdId, setCreatedId] = useState<string | null>(null);
  const drafted = (values: Pick<Values, 'kind' | 'ownRole' | 'parties'>) => {
    const kind = kinds.find(({ code }) => code === values.kind) ?? first;
    const ownRoles = draftingRoles(kind, own.kind);
    const ownRole = ownRoles.length > 1 ? values.ownRole : ownRoles[0]?.code;
    return { kind, ownRoles, ownRole, parties: draftParties(kind, ownRole, own, values.parties) };
  };
  const { form, submit, ...state } = useActionForm<Values, Parameters<typeof run>[0]>({
    run: async (input) => {
      const { agreement } = await run(input);
      setCreatedId(agreement?.id ?? null);
      if (agreement) await navigate(`/work/${own.id}/agreements/${agreement.id}`);
    },
    toInput: (values) => {
      const { kind, parties } = drafted(values);
      return {
        organisationId: own.id,
        kind: kind.code,
        parties: partiesInput(parties),
        template: values.template ?? null,
        content: contentInput(values.content, parties),
      };
    },
    // Which of the parties does not fit, is not said: the last one was chosen last.
    fieldOf: (path) =>
      path[0] === 'parties' ? ['parties', roles.at(-1)?.code ?? ''] : contentFieldOf(path),
  });
  const kind = Form.useWatch('kind', form);
  const ownRoleChosen = Form.useWatch('ownRole', form);
  const chosen = Form.useWatch('parties', form);
  const now = drafted({
    kind: kind ?? first.code,
    ...(ownRoleChosen === undefined ? {} : { ownRole: ownRoleChosen }),
    ...(chosen === undefined ? {} : { parties: chosen }),
  });
  const roles = openRoles(now.kind, now.ownRole);
  const startsOn = mondayFrom(addDays(today(), DAYS_TO_SIGN));
  const draft = useDraft(form, `agreement.new.${own.id}`);
  const finish = async (values: Values): Promise<void> => {
    if (await submit(values)) draft.discard();
  };
  return (
    <>
      <DraftNotice draft={draft} onDiscard={() => form.resetFields()} />
      <AgreementForm<Values>
        form={form}
        kind={now.kind}
        parties={now.parties}
        initialValues={{
          kind: first.code,
          content: {
            subKind: first.subKinds[0]?.code,
            startsOn,
            endsOn: addDays(startsOn, 364),
            clauses: [{ key: null, heading: '', body: '' }],
          },
        }}
        onFinish={(values) => void finish(values)}
        onValuesChange={draft.keep}
        {...state}
        isRunning={state.isRunning || createdId !== null}
      >
        <KindFields kinds={kinds} ownRoles={now.ownRoles} />
        <PartyFields roles={roles} organisationId={own.id} />
        <TemplatePicker
          key={now.kind.code}
          organisationId={own.id}
          kind={now.kind.code}
          parties={now.parties}
          isReady={roles.every(
            ({ code, minimum }) => (chosen?.[code]?.length ?? 0) >= Math.max(0, minimum),
          )}
          onUse={draft.keep}
        />
      </AgreementForm>
    </>
  );
}
