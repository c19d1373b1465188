import { Checkbox, Radio, type RadioGroupProps } from 'antd';
import { useImperativeHandle, useRef, type ComponentProps, type Ref } from 'react';

/** What a form needs of a field to lead its reader there. */
interface FieldHandle {
  readonly nativeElement: HTMLElement | null;
  readonly focus: () => void;
}
type WithHandle<TProps> = Omit<TProps, 'ref'> & { readonly ref?: Ref<FieldHandle> };

/** Choices of which one is made. The form brings the focus to the first, which antd's own group would not take. */
export function RadioGroup({ ref, ...group }: WithHandle<RadioGroupProps>) {
  return <Radio.Group {...group} ref={useFirstFocused(ref)} />;
}

/** Choices of which several are made. */
export function CheckboxGroup({
  ref,
  ...group
}: WithHandle<ComponentProps<typeof Checkbox.Group>>) {
  return <Checkbox.Group {...group} ref={useFirstFocused(ref)} />;
}

function useFirstFocused(ref: Ref<FieldHandle> | undefined) {
  const root = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    get nativeElement() {
      return root.current;
    },
    focus: () => root.current?.querySelector('input')?.focus(),
  }));
  return root;
}
