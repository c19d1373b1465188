import { lazy, type ComponentType } from 'react';

/** antd in its frame: for the code that first shows a part built with it. */
export const loadAntdFrame = async () => (await import('./antd-frame')).AntdFrame;

/**
 * A part built with antd, loaded when it is first shown. Pages that the server renders have antd in such parts only: it
 * is half as much code again as all the rest of such a page.
 */
export function lazyWithAntd<TProps extends object>(
  load: () => Promise<ComponentType<TProps>>,
): ComponentType<TProps> {
  return lazy(async () => ({ default: await withAntd(load) }));
}

/** The part in antd's frame. */
export async function withAntd<TProps extends object>(
  load: () => Promise<ComponentType<TProps>>,
): Promise<ComponentType<TProps>> {
  const [Frame, Part] = await Promise.all([loadAntdFrame(), load()]);
  return function Framed(props: TProps) {
    return (
      <Frame>
        <Part {...props} />
      </Frame>
    );
  };
}
