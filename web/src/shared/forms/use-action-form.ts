import { Form, type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ActionRefused, type UserError } from '../graphql/action';
import { RequestError } from '../graphql/request';

export interface ActionFormOptions<TValues, TInput> {
  /** Sends the action; what it throws lands at the fields. */
  readonly run: (input: TInput) => Promise<unknown>;
  /** Makes the input of the values; the form's own names when left out. */
  readonly toInput?: (values: TValues) => TInput;
  /** Name of the form's field for a path of the input, where the two differ. */
  readonly fieldOf?: (path: readonly string[]) => (string | number)[] | null;
}

export interface ActionForm<TValues> {
  readonly form: FormInstance<TValues>;
  readonly submit: (values: TValues) => Promise<boolean>;
  readonly isRunning: boolean;
  /** Refusals that belong to no field, and failures of the connection. */
  readonly problems: readonly string[];
  readonly failure: RequestError | null;
}

/**
 * A form whose action is refused by the API: each refusal stands at its field, the first one gets the focus, and nothing
 * typed is lost.
 */
export function useActionForm<TValues extends object, TInput = TValues>({
  run,
  toInput = (values) => values as unknown as TInput,
  fieldOf = pathOf,
}: ActionFormOptions<TValues, TInput>): ActionForm<TValues> {
  const [form] = Form.useForm<TValues>();
  const [isRunning, setRunning] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<RequestError | null>(null);
  const [refused, setRefused] = useState<(string | number)[] | null>(null);
  const marked = useRef<readonly (string | number)[][]>([]);

  useEffect(() => {
    if (refused !== null) form.scrollToField(refused, { focus: true, block: 'center' });
  }, [refused, form]);

  const show = (errors: readonly UserError[]): void => {
    const registered = form.getFieldsError().map(({ name }) => JSON.stringify(name));
    const placed = errors.flatMap(({ field, message }) => {
      const name = field ? fieldOf(field) : null;
      const target = name === null ? undefined : nearest(name, registered);
      return target === undefined ? [] : [{ name: target, errors: [message], message }];
    });
    const left = errors.filter(({ message }) => !placed.some((error) => error.message === message));
    marked.current = placed.map(({ name }) => name);
    form.setFields(
      placed.map(({ name, errors: texts }) => ({ name: name as never, errors: texts })),
    );
    setProblems(left.map(({ message }) => message));
    // The focus goes to the first one as the form has them, in whatever order the API has looked at them.
    const place = ({ name }: { readonly name: object }) => registered.indexOf(JSON.stringify(name));
    setRefused(placed.sort((a, b) => place(a) - place(b))[0]?.name ?? null);
  };

  const submit = async (values: TValues): Promise<boolean> => {
    // Fields without rules of their own would keep what an earlier try was refused for.
    form.setFields(marked.current.map((name) => ({ name: name as never, errors: [] })));
    marked.current = [];
    setRunning(true);
    setProblems([]);
    setFailure(null);
    setRefused(null);
    try {
      await run(toInput(values));
      return true;
    } catch (error) {
      if (error instanceof ActionRefused) show(error.userErrors);
      else if (error instanceof RequestError) setFailure(error);
      else throw error;
      return false;
    } finally {
      setRunning(false);
    }
  };
  return { form, submit, isRunning, problems, failure };
}

function pathOf(path: readonly string[]): (string | number)[] {
  return path.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** The field itself, or the closest one around it: a refusal of `pay.min.amount` may stand at `pay`. */
function nearest(
  name: readonly (string | number)[],
  registered: readonly string[],
): (string | number)[] | undefined {
  for (let length = name.length; length > 0; length -= 1) {
    const part = name.slice(0, length);
    if (registered.includes(JSON.stringify(part))) return part;
  }
  return undefined;
}
