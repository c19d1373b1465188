import { App } from 'antd';
import {
  CloseApplications,
  ShortlistApplications,
  type CloseApplicationsMutationVariables,
} from '@/graphql/generated/features/applications/employer/employer';
import { ActionRefused, useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { REFRESHED } from '../stages';
import { stepsMessages } from './steps.messages';

type Closing = Omit<CloseApplicationsMutationVariables['input'], 'applicationIds'>;
type Items = readonly { readonly refusal: string | null }[] | null;

/** Steps with many applications at once: each succeeds or not on its own, and what did not is told. */
export function useBulk() {
  const text = useText(stepsMessages);
  const { modal } = App.useApp();
  const shortlist = useAction(ShortlistApplications, { refreshes: REFRESHED });
  const close = useAction(CloseApplications, { refreshes: REFRESHED });
  const tell = (items: Items): void => {
    const refused = (items ?? []).filter(({ refusal }) => refusal !== null);
    if (refused.length === 0) return;
    const title = text('refusedTitle', { count: refused.length });
    if (refused.length === items?.length)
      throw new ActionRefused([
        { code: refused[0]?.refusal ?? '', message: `${title}。${text('refusedText')}` },
      ]);
    modal.warning({ title, content: text('refusedText') });
  };
  return {
    shortlist: async (applicationIds: readonly string[]): Promise<void> =>
      tell((await shortlist.run({ applicationIds })).items),
    close: async (applicationIds: readonly string[], closing: Closing): Promise<void> =>
      tell((await close.run({ applicationIds, ...closing })).items),
  };
}
