import { Button } from 'antd';
import { RosterImports } from '@/graphql/generated/features/affiliations/college/roster-import';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Section } from '@/shared/ui/page';
import { MoreButton, Records } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { rosterMessages } from './roster.messages';

export interface ImportHistoryProps {
  readonly collegeId: string;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

export function ImportHistory({ collegeId, openId, onOpen }: ImportHistoryProps) {
  const text = useText(rosterMessages);
  const { dateTime, number } = useFormat();
  const pages = usePages(RosterImports, { collegeId, first: 10 }, (data) => data.rosterImports);
  return (
    <Section title={text('history')}>
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={text('none')} />
          ) : (
            <>
              <Records
                caption={text('history')}
                records={nodes}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'at',
                    title: text('at'),
                    isHead: true,
                    render: ({ createdAt }) => dateTime(createdAt),
                  },
                  {
                    key: 'state',
                    title: text('stateTitle'),
                    render: ({ state }) => (
                      <Badge tone={state === 'APPLIED' ? 'good' : 'neutral'}>
                        {text(`state_${state}`)}
                      </Badge>
                    ),
                  },
                  {
                    key: 'result',
                    title: text('result'),
                    render: ({ state, newCount, changedCount, refusedCount, ...rest }) =>
                      state === 'UNDONE'
                        ? text('resultUndone', {
                            undone: number(rest.undoneCount ?? 0),
                            kept: number(rest.keptCount ?? 0),
                          })
                        : text('resultOf', {
                            created: number(newCount),
                            changed: number(changedCount),
                            refused: number(refusedCount),
                          }),
                  },
                  {
                    key: 'open',
                    title: text('action'),
                    render: ({ id, createdAt }) =>
                      id === openId ? null : (
                        <Button
                          size="small"
                          aria-label={`${text('open')} ${dateTime(createdAt)}`}
                          onClick={() => onOpen(id)}
                        >
                          {text('open')}
                        </Button>
                      ),
                  },
                ]}
              />
              <MoreButton pages={pages} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
