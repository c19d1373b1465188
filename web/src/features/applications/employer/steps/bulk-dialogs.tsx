import { Form, Input, Select } from 'antd';
import type {
  ApplicationCardFragment,
  CloseApplicationsMutationVariables,
} from '@/graphql/generated/features/applications/employer/employer';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useText } from '@/shared/i18n/messages';
import { stepsOf, type Step } from '../stages';
import { useApplicationWords } from '../use-application-words';
import { stepsMessages } from './steps.messages';
import { useBulk } from './use-bulk';

interface BulkDialogProps {
  readonly cards: readonly ApplicationCardFragment[];
  readonly onClose: (isDone: boolean) => void;
}

export function ShortlistDialog({ cards, onClose }: BulkDialogProps) {
  const text = useText(stepsMessages);
  const { shortlist } = useBulk();
  const { able, preview } = usePreview('shortlist', cards);
  return (
    <ActionDialog
      title={`${text('shortlist')} · ${text('people', { count: able.length })}`}
      lead={
        <>
          {preview}
          <p>{text('shortlistText')}</p>
        </>
      }
      submitLabel={text('shortlist')}
      run={() => shortlist(able.map(({ id }) => id))}
      onClose={onClose}
    />
  );
}

type Reason = CloseApplicationsMutationVariables['input']['reason'];
const REASONS = ['NOT_SELECTED', 'LACKS_REQUIREMENT', 'NO_SHOW'] as const;

interface CloseValues {
  readonly reason: Reason;
  readonly message?: string;
}

export function CloseDialog({ cards, onClose }: BulkDialogProps) {
  const text = useText(stepsMessages);
  const { close } = useBulk();
  const { able, preview } = usePreview('close', cards);
  return (
    <ActionDialog<CloseValues>
      title={`${text('close')} · ${text('people', { count: able.length })}`}
      lead={
        <>
          {preview}
          <p>{text('closeWarning')}</p>
        </>
      }
      submitLabel={text('close')}
      isDangerous
      initialValues={{ reason: 'NOT_SELECTED' }}
      run={({ reason, message }) =>
        close(
          able.map(({ id }) => id),
          { reason, ...(message ? { message } : {}) },
        )
      }
      onClose={onClose}
    >
      <Form.Item required name="reason" label={text('reason')}>
        <Select options={REASONS.map((value) => ({ value, label: text(`reason_${value}`) }))} />
      </Form.Item>
      <Form.Item name="message" label={text('message')} rules={[{ max: 1000 }]}>
        <Input.TextArea rows={3} count={{ show: true, max: 1000 }} />
      </Form.Item>
    </ActionDialog>
  );
}

/** Whom the step would change and whom not, by name, before it is taken. */
function usePreview(step: Step, cards: readonly ApplicationCardFragment[]) {
  const text = useText(stepsMessages);
  const { name } = useApplicationWords();
  const able = cards.filter((card) => stepsOf(card).includes(step));
  const left = cards.filter((card) => !able.includes(card));
  const preview = (
    <>
      {able.length === 0 ? (
        <p>{text('nobody')}</p>
      ) : (
        <Names
          lead={text(step === 'close' ? 'willClose' : 'willShortlist', { count: able.length })}
          names={able.map((card) => ({ id: card.id, name: name(card) }))}
        />
      )}
      {left.length > 0 && (
        <Names
          lead={text('willSkip', { count: left.length })}
          names={left.map((card) => ({ id: card.id, name: name(card) }))}
        />
      )}
    </>
  );
  return { able, preview };
}

interface NamesProps {
  readonly lead: string;
  readonly names: readonly { readonly id: string; readonly name: string }[];
}

function Names({ lead, names }: NamesProps) {
  return (
    <>
      <p>{lead}</p>
      <ul className="gq-candidates-names">
        {names.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  );
}
