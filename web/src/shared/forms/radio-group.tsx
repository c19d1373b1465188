import { Radio, type RadioGroupProps } from 'antd';
import { useImperativeHandle, useRef, type Ref } from 'react';

/** What a form needs of a field to lead its reader there. */
interface FieldHandle {
  readonly nativeElement: HTMLElement | null;
  readonly focus: () => void;
}

/** Choices in a form. Where none was made the form brings the focus to the first; antd's own group would not take it. */
export function RadioGroup({
  ref,
  ...group
}: RadioGroupProps & { readonly ref?: Ref<FieldHandle> }) {
  const root = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    get nativeElement() {
      return root.current;
    },
    focus: () => root.current?.querySelector('input')?.focus(),
  }));
  return <Radio.Group {...group} ref={root} />;
}
