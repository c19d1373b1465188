import { Button, Form, type FormInstance } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useText } from '@/shared/i18n/messages';
import { toast } from '@/shared/ui/toasts';
import { useViewer } from '@/shared/viewer/use-viewer';
import { stepAfter, type StepName } from './profile-steps';
import { profilesMessages } from './profiles.messages';

export interface StepFormProps<TValues extends object> {
  readonly step: StepName;
  readonly initialValues: TValues;
  /** Sends all that is in the form. */
  readonly run: (values: TValues) => Promise<unknown>;
  readonly fieldOf?: (path: readonly string[]) => (string | number)[] | null;
  /** Whether this makes the profile. */
  readonly isFirst?: boolean;
  readonly children: (form: FormInstance<TValues>) => ReactNode;
}

/** One step: saved on its own, kept as a draft until then, with the way to the next one. */
export function StepForm<TValues extends object>(props: StepFormProps<TValues>) {
  const { step, initialValues, run, fieldOf, isFirst = false, children } = props;
  const text = useText(profilesMessages);
  const navigate = useNavigate();
  const viewer = useViewer();
  const goesOn = useRef(true);
  const { form, submit, isRunning, problems, failure } = useActionForm<TValues>({
    run,
    ...(fieldOf ? { fieldOf } : {}),
  });
  const draft = useDraft(form, `profile.${step}.${viewer?.id ?? ''}`);
  const next = stepAfter(step);
  const finish = async (): Promise<void> => {
    const isGoingOn = goesOn.current;
    goesOn.current = true;
    // What is chosen beside a text (its code) stands in no field of its own.
    if (!(await submit(form.getFieldsValue(true) as TValues))) return;
    draft.discard();
    toast.success(text('saved'));
    if (isGoingOn && next !== null) void navigate(`?step=${next}`);
  };
  return (
    <Form<TValues>
      form={form}
      layout="vertical"
      // Most fields may stay empty: those that may not are marked.
      requiredMark={(label, { required }) => (
        <>
          {label}
          {required && <span className="gq-profile-required">{text('needed')}</span>}
        </>
      )}
      initialValues={initialValues}
      onValuesChange={draft.keep}
      onFinish={() => void finish()}
    >
      <DraftNotice
        draft={draft}
        onDiscard={() => {
          draft.discard();
          form.resetFields();
        }}
      />
      {children(form)}
      <FormProblems problems={problems} failure={failure} />
      <div className="gq-profile-buttons">
        <Button type="primary" htmlType="submit" loading={isRunning}>
          {text(isFirst ? 'create' : 'saveAndGoOn')}
        </Button>
        {!isFirst && (
          <Button
            htmlType="submit"
            disabled={isRunning}
            onClick={() => {
              goesOn.current = false;
            }}
          >
            {text('save')}
          </Button>
        )}
      </div>
    </Form>
  );
}
