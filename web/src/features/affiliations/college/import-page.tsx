import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { RosterImport } from '@/graphql/generated/features/affiliations/college/roster-import';
import { saveCsv } from '@/shared/format/csv';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { Page as Frame, Section } from '@/shared/ui/page';
import { Records } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { useMembership } from '@/shared/viewer/use-membership';
import { ImportHistory } from './import-history';
import { ImportResult } from './import-result';
import { ROSTER_COLUMNS } from './roster-columns';
import { RosterUpload } from './roster-upload';
import { rosterMessages } from './roster.messages';
import './students.css';

export function Page() {
  const text = useText(rosterMessages);
  const { organisationId = '' } = useParams();
  const membership = useMembership(organisationId);
  const [{ import: openId }, setFilters] = useFilters<'import'>();
  const mayManage = membership !== null && membership.role !== 'VIEWER';
  return (
    <Frame
      title={text('title')}
      lead={text('lead')}
      actions={<Link to={`/work/${organisationId}/students`}>{text('back')}</Link>}
    >
      {openId !== undefined ? (
        <OpenImport
          id={openId}
          mayManage={mayManage}
          onClose={() => setFilters({ import: null })}
        />
      ) : mayManage ? (
        <Section
          title={text('upload')}
          actions={
            <Button
              onClick={() =>
                saveCsv(text('templateName'), [ROSTER_COLUMNS.map(({ key }) => text(`col_${key}`))])
              }
            >
              {text('template')}
            </Button>
          }
        >
          <p>{text('howTo')}</p>
          <ul className="gq-roster-steps">
            <li>{text('howToBlank')}</li>
            <li>{text('howToNew')}</li>
            <li>{text('howToSafe')}</li>
          </ul>
          <Columns />
          <RosterUpload
            collegeId={organisationId}
            onPreviewed={(id) => setFilters({ import: id })}
          />
        </Section>
      ) : (
        <EmptyState title={text('readOnly')} />
      )}
      <ImportHistory
        collegeId={organisationId}
        openId={openId ?? null}
        onOpen={(id) => {
          setFilters({ import: id });
          window.scrollTo(0, 0);
        }}
      />
    </Frame>
  );
}

function Columns() {
  const text = useText(rosterMessages);
  return (
    <Records
      caption={text('columns')}
      records={ROSTER_COLUMNS}
      keyOf={({ key }) => key}
      columns={[
        {
          key: 'column',
          title: text('column'),
          isHead: true,
          render: ({ key }) => text(`col_${key}`),
        },
        { key: 'need', title: text('need'), render: ({ need }) => text(need) },
        { key: 'example', title: text('example'), render: ({ example }) => example },
      ]}
    />
  );
}

interface OpenImportProps {
  readonly id: string;
  readonly mayManage: boolean;
  readonly onClose: () => void;
}

function OpenImport({ id, mayManage, onClose }: OpenImportProps) {
  const text = useText(rosterMessages);
  const query = useOperation(RosterImport, { id });
  return (
    <Loaded of={query}>
      {({ rosterImport }) =>
        rosterImport ? (
          <ImportResult rosterImport={rosterImport} mayManage={mayManage} onClose={onClose} />
        ) : (
          <div className="gq-card">
            <EmptyState title={text('gone')}>
              <Button onClick={onClose}>{text('another')}</Button>
            </EmptyState>
          </div>
        )
      }
    </Loaded>
  );
}
