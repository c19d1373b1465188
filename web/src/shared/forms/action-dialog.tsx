import './action-dialog.css';
import { Form, Modal, type FormInstance } from 'antd';
import { useId, type ReactNode } from 'react';
import { useText } from '../i18n/messages';
import { overlayRoot } from '../ui/overlay-root';
import { uiMessages } from '../ui/ui.messages';
import { FormProblems } from './form-problems';
import { useActionForm } from './use-action-form';

export interface ActionDialogProps<TValues extends object> {
  readonly title: string;
  /** What will happen, before the fields. */
  readonly lead?: ReactNode;
  readonly submitLabel: string;
  readonly isDangerous?: boolean;
  readonly initialValues?: Partial<TValues>;
  /** Sends the action; the dialog stays, with what was typed, when it is refused. */
  readonly run: (values: TValues) => Promise<unknown>;
  /** Closed without doing anything, or after the action was done. */
  readonly onClose: (isDone: boolean) => void;
  /** Input fields whose names differ from the form's. */
  readonly fieldOf?: (path: readonly string[]) => (string | number)[] | null;
  readonly children?: ReactNode | ((form: FormInstance<TValues>) => ReactNode);
}

/** A step that needs a reason, a date or just a second thought. Render it while it is open. */
export function ActionDialog<TValues extends object>(props: ActionDialogProps<TValues>) {
  const { title, lead, submitLabel, isDangerous = false, initialValues, run, onClose } = props;
  const { fieldOf, children } = props;
  const text = useText(uiMessages);
  const formId = useId();
  const { form, submit, isRunning, problems, failure } = useActionForm<TValues>({
    run,
    ...(fieldOf ? { fieldOf } : {}),
  });
  const finish = async (values: TValues): Promise<void> => {
    if (await submit(values)) onClose(true);
  };
  return (
    <Modal
      open
      getContainer={overlayRoot}
      title={title}
      okText={submitLabel}
      cancelText={text('cancel')}
      okButtonProps={{ htmlType: 'submit', form: formId, danger: isDangerous }}
      cancelButtonProps={{ disabled: isRunning }}
      confirmLoading={isRunning}
      mask={{ closable: false }}
      onCancel={() => onClose(false)}
    >
      {lead && <div className="gq-dialog-lead">{lead}</div>}
      <Form<TValues>
        id={formId}
        form={form}
        layout="vertical"
        requiredMark="optional"
        {...(initialValues ? { initialValues: initialValues } : {})}
        onFinish={(values) => void finish(values)}
      >
        {typeof children === 'function' ? children(form) : children}
        <FormProblems problems={problems} failure={failure} />
      </Form>
    </Modal>
  );
}
