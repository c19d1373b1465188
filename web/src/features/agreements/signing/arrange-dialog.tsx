import { Button, Form, Select, type FormInstance } from 'antd';
import { ArrangeAgreementSignatories } from '@/graphql/generated/features/agreements/signing/signing';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { NumberItem } from '@/shared/forms/number-item';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { MemberSelect } from './member-select';
import type { ShownTurns, Turn } from './turn-actions';
import { turnsMessages } from './turns.messages';

interface Row {
  readonly partyPosition: number;
  readonly role: Turn['role'];
  readonly accountId: string | null;
  readonly step: number;
  readonly turnDays: number;
}

interface Values {
  readonly signatories: readonly Row[];
}

interface ArrangeDialogProps {
  readonly agreement: ShownTurns;
  readonly organisationId: string;
  readonly onClose: (isDone: boolean) => void;
}

const MOST = 60;

/** Who reviews and signs, and in which order; by the drafter, before the text is put forward. */
export function ArrangeDialog({ agreement, organisationId, onClose }: ArrangeDialogProps) {
  const text = useText(turnsMessages);
  const { run } = useAction(ArrangeAgreementSignatories);
  const { guardianUnderAge, guardianSource, turnDays } = agreement.kind;
  const now: readonly Row[] = agreement.signatories
    .filter(({ state }) => state !== 'VOID')
    .map(({ partyPosition, role, account, step, turnDays: days }) => ({
      partyPosition,
      role,
      accountId: account?.id ?? null,
      step,
      turnDays: days,
    }));
  return (
    <ActionDialog<Values>
      title={text('arrangeTitle')}
      lead={
        <>
          <p>{text('arrangeText')}</p>
          {guardianUnderAge !== null && guardianUnderAge !== undefined && (
            <p className="gq-signing-soft">
              {text('arrangeGuardian', { years: guardianUnderAge, source: guardianSource ?? '' })}
            </p>
          )}
        </>
      }
      submitLabel={text('arrangeSave')}
      initialValues={{ signatories: now }}
      run={({ signatories }) =>
        run({ agreementId: agreement.id, signatories: signatories.map(fitting(agreement)) })
      }
      onClose={onClose}
    >
      {(form) => (
        <Form.List name="signatories">
          {(fields, { add, remove }) => (
            <>
              <ol className="gq-signing-order">
                {fields.map((field, index) => (
                  <li key={field.key}>
                    <ArrangeRow
                      form={form}
                      agreement={agreement}
                      organisationId={organisationId}
                      name={field.name}
                      place={index + 1}
                    />
                    <Button
                      size="small"
                      disabled={fields.length === 1}
                      aria-label={text('arrangeRemove', { place: index + 1 })}
                      onClick={() => remove(index)}
                    >
                      {text('arrangeTakeOut')}
                    </Button>
                  </li>
                ))}
              </ol>
              <Button
                disabled={fields.length >= MOST}
                onClick={() =>
                  add({ partyPosition: 1, role: 'SIGNATORY', accountId: null, step: 1, turnDays })
                }
              >
                {text('arrangeAdd')}
              </Button>
            </>
          )}
        </Form.List>
      )}
    </ActionDialog>
  );
}

interface ArrangeRowProps {
  readonly form: FormInstance<Values>;
  readonly agreement: ShownTurns;
  readonly organisationId: string;
  readonly name: number;
  readonly place: number;
}

/** A person signs, with a guardian beside; for an organisation somebody signs, and others review. */
function ArrangeRow({ form, agreement, organisationId, name, place }: ArrangeRowProps) {
  const text = useText(turnsMessages);
  const ui = useText(uiMessages);
  const row = Form.useWatch<Row | undefined>(['signatories', name], form);
  const party = agreement.parties.find(({ position }) => position === row?.partyPosition);
  const isOwn = party?.organisation?.id === organisationId;
  const roles = rolesOf(party);
  const required = { required: true, message: ui('required') };
  return (
    <fieldset>
      <legend>{text('arrangeRow', { place })}</legend>
      <div className="gq-signing-order-row">
        <Form.Item name={[name, 'partyPosition']} label={text('arrangeParty')} rules={[required]}>
          <Select
            options={agreement.parties.map(({ position, name: label }) => ({
              value: position,
              label,
            }))}
            onChange={(position: number) => {
              const chosen = agreement.parties.find((given) => given.position === position);
              const fits = rolesOf(chosen).some((role) => role === row?.role);
              form.setFieldValue(['signatories', name, 'accountId'], null);
              if (!fits) form.setFieldValue(['signatories', name, 'role'], 'SIGNATORY');
            }}
          />
        </Form.Item>
        <Form.Item name={[name, 'role']} label={text('arrangeRole')} rules={[required]}>
          <Select options={roles.map((value) => ({ value, label: text(`role_${value}`) }))} />
        </Form.Item>
        {isOwn ? (
          <Form.Item name={[name, 'accountId']} label={text('arrangePerson')}>
            <MemberSelect
              organisationId={organisationId}
              roles={row?.role === 'REVIEWER' ? ['ADMINISTRATOR', 'OFFICER'] : ['ADMINISTRATOR']}
            />
          </Form.Item>
        ) : (
          <Form.Item name={[name, 'accountId']} hidden>
            <input type="hidden" />
          </Form.Item>
        )}
        <NumberItem
          name={[name, 'step']}
          label={text('arrangeStep')}
          min={1}
          max={99}
          rules={[required]}
        />
        <NumberItem
          name={[name, 'turnDays']}
          label={text('arrangeDays')}
          min={1}
          max={365}
          rules={[required]}
        />
      </div>
      {row?.role === 'GUARDIAN' && <p className="gq-signing-soft">{text('byLink')}</p>}
    </fieldset>
  );
}

function rolesOf(party: ShownTurns['parties'][number] | undefined): readonly Turn['role'][] {
  return party?.organisation ? ['SIGNATORY', 'REVIEWER'] : ['SIGNATORY', 'GUARDIAN'];
}

/** A person’s own turn is named by the platform. */
function fitting({ parties }: ShownTurns) {
  return (row: Row): Row => {
    const party = parties.find(({ position }) => position === row.partyPosition);
    const isPersons = !party?.organisation && row.role === 'SIGNATORY';
    return isPersons ? { ...row, accountId: null } : row;
  };
}
