import { Button } from 'antd';
import {
  RosterImportIssues,
  type RosterImportIssuesQuery,
} from '@/graphql/generated/features/affiliations/college/roster-import';
import { saveCsv } from '@/shared/format/csv';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { MoreButton, Records } from '@/shared/ui/records';
import { Loaded } from '@/shared/ui/states';
import { ROSTER_COLUMNS } from './roster-columns';
import { rosterMessages } from './roster.messages';

type Issue = RosterImportIssuesQuery['rosterImportIssues']['nodes'][number];

/** Rows of the file that are not taken, with the reason for each. */
export function ImportIssues({ rosterImportId }: { readonly rosterImportId: string }) {
  const text = useText(rosterMessages);
  const pages = usePages(
    RosterImportIssues,
    { rosterImportId, first: 100 },
    (data) => data.rosterImportIssues,
  );
  const columnOf = ({ field }: Issue): string => {
    const column = ROSTER_COLUMNS.find(({ key }) => key === field);
    return column === undefined ? text('wholeRow') : text(`col_${column.key}`);
  };
  return (
    <Loaded of={pages}>
      {({ nodes }) => (
        <>
          <div className="gq-card-header">
            <h3>{text('issues')}</h3>
            {!pages.hasMore && (
              <Button
                size="small"
                onClick={() =>
                  saveCsv(text('issuesName'), [
                    [text('issueRow'), text('issueField'), text('issueReason')],
                    ...nodes.map((issue) => [
                      issue.row,
                      columnOf(issue),
                      text(`reason_${issue.reason}`),
                    ]),
                  ])
                }
              >
                {text('saveIssues')}
              </Button>
            )}
          </div>
          <Records
            caption={text('issues')}
            records={nodes}
            keyOf={({ row, field, reason }) => `${row} ${field} ${reason}`}
            columns={[
              {
                key: 'row',
                title: text('issueRow'),
                isHead: true,
                render: ({ row }) => text('issueRowOf', { row }),
              },
              { key: 'field', title: text('issueField'), render: columnOf },
              {
                key: 'reason',
                title: text('issueReason'),
                render: ({ reason }) => text(`reason_${reason}`),
              },
            ]}
          />
          <MoreButton pages={pages} />
        </>
      )}
    </Loaded>
  );
}
