import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import {
  ChangeDisplayName,
  ChangePreferredLocale,
} from '@/graphql/generated/features/identity/account/account';
import type { AccountLocale } from '@/graphql/generated/features/identity/account/account';
import { useFormat } from '@/shared/format/use-format';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { uiMessages } from '@/shared/ui/ui.messages';
import { accountMessages } from './account.messages';
import { AccountRow } from './account-row';
import type { Me } from './me';

const REFRESHES = { refreshes: ['MyAccount', 'Viewer'] };

/** Name and language. */
export function BasicsSection({ me: { account, registeredAt } }: { readonly me: Me }) {
  const text = useText(accountMessages);
  const ui = useText(uiMessages);
  const format = useFormat();
  const attempt = useAttempt();
  const [isOpen, setOpen] = useState(false);
  const rename = useAction(ChangeDisplayName, REFRESHES);
  const locale = useAction(ChangePreferredLocale, REFRESHES);
  return (
    <Section title={text('basics')}>
      <AccountRow
        label={text('name')}
        value={account.displayName}
        action={
          <Button aria-label={text('changeName')} onClick={() => setOpen(true)}>
            {text('change')}
          </Button>
        }
      />
      <AccountRow
        label={text('locale')}
        hint={text('localeHint')}
        value={
          <Radio.Group
            aria-label={text('locale')}
            disabled={locale.isRunning}
            value={account.preferredLocale}
            onChange={({ target }) =>
              void attempt(
                () => locale.run({ preferredLocale: target.value as AccountLocale }),
                ui('saved'),
              )
            }
            options={[
              { value: 'ZH_CN', label: <span lang="zh-CN">{text('chinese')}</span> },
              { value: 'EN', label: <span lang="en">{text('english')}</span> },
            ]}
          />
        }
      />
      <AccountRow label={text('registered')} value={format.date(registeredAt)} />
      {isOpen && (
        <ActionDialog
          title={text('changeName')}
          submitLabel={ui('save')}
          initialValues={{ displayName: account.displayName }}
          run={(values: { readonly displayName: string }) => rename.run(values)}
          onClose={() => setOpen(false)}
        >
          <Form.Item
            name="displayName"
            label={text('name')}
            rules={[
              { required: true, whitespace: true, message: text('nameMissing') },
              { max: 50 },
            ]}
          >
            <Input autoComplete="name" />
          </Form.Item>
        </ActionDialog>
      )}
    </Section>
  );
}
