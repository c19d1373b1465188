import { Checkbox, Form, Input } from 'antd';
import { useRef } from 'react';
import { SubmitApplication } from '@/graphql/generated/features/job-postings/public/posting';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { KeptDraft } from '@/shared/forms/kept-draft';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import type { PostingProps } from './posting-view';
import { postingMessages } from './posting.messages';

interface Values {
  readonly coverNote?: string;
  readonly hasConsented?: boolean;
}

const NOTE_MAX = 2000;

/** Applies with the profile as it is, once the applicant agrees that this employer receives it. */
export function ApplyDialog({ posting, onClose }: PostingProps & { readonly onClose: () => void }) {
  const text = useText(postingMessages);
  const discard = useRef(() => {});
  const { run } = useAction(SubmitApplication, {
    refreshes: ['ApplicationsSent', 'MyApplications'],
  });
  const employer = posting.organisation?.name ?? posting.employerName ?? '';
  return (
    <ActionDialog<Values>
      title={text('applyTitle')}
      lead={text('applyLead', { title: posting.title })}
      submitLabel={text('applySubmit')}
      run={({ coverNote, hasConsented }) =>
        run({
          jobPostingId: posting.id,
          hasConsented: hasConsented === true,
          coverNote: coverNote?.trim() || null,
        })
      }
      onClose={(isDone) => {
        if (isDone) {
          discard.current();
          toast.success(text('applyDone'));
        }
        onClose();
      }}
    >
      {(form) => (
        <>
          <KeptDraft
            form={form}
            name={`application ${posting.id}`}
            discardRef={discard}
            except="hasConsented"
          />
          <Form.Item
            name="coverNote"
            label={text('coverNote')}
            extra={text('coverNoteHelp')}
            rules={[{ max: NOTE_MAX }]}
          >
            <Input.TextArea rows={4} />
          </Form.Item>
          <Form.Item
            name="hasConsented"
            valuePropName="checked"
            rules={[
              {
                validator: (_, value) =>
                  value === true
                    ? Promise.resolve()
                    : Promise.reject(new Error(text('consentNeeded'))),
              },
            ]}
          >
            <Checkbox>{text('consent', { employer })}</Checkbox>
          </Form.Item>
        </>
      )}
    </ActionDialog>
  );
}
