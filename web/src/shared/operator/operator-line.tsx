import { useText } from '@/shared/i18n/messages';
import { contactAddress, useOperator } from './operator';
import { operatorMessages } from './operator.messages';

/** Who runs the platform and how to reach them. */
export function OperatorLine() {
  const text = useText(operatorMessages);
  const { name, contact } = useOperator();
  const address = contactAddress(contact);
  return (
    <p>
      {text('operator', { name })} {text('contact')}
      {address === null ? contact : <a href={address}>{contact}</a>}
    </p>
  );
}
