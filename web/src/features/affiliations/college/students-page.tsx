import { Link, useParams } from 'react-router';
import { useState } from 'react';
import {
  StudentCounts,
  type AffiliationState,
} from '@/graphql/generated/features/affiliations/college/students';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { useMembership } from '@/shared/viewer/use-membership';
import { DecisionBar } from './decision-bar';
import { StudentDrawer } from './student-drawer';
import { StudentFiltersBar, type StudentFilterName, type StudentFilters } from './student-filters';
import { stageOf, StudentOutcomes } from './student-outcomes';
import { StudentRecords } from './student-records';
import { studentsMessages } from './students.messages';
import { useStudents } from './use-students';
import './students.css';

const TABS = ['all', 'CLAIMED', 'CONFIRMED', 'ROSTERED', 'over'] as const;
const STATES: Readonly<Record<(typeof TABS)[number], readonly AffiliationState[] | null>> = {
  all: null,
  CLAIMED: ['CLAIMED'],
  CONFIRMED: ['CONFIRMED'],
  ROSTERED: ['ROSTERED'],
  over: ['REFUSED', 'LEFT'],
};
/** Lists with confirmed students in them: of others no outcome is told. */
const WITH_OUTCOMES: readonly (typeof TABS)[number][] = ['all', 'CONFIRMED'];

export function Page() {
  const text = useText(studentsMessages);
  const { number } = useFormat();
  const { organisationId = '' } = useParams();
  const membership = useMembership(organisationId);
  const mayManage = membership !== null && membership.role !== 'VIEWER';
  const [filters, setFilters] = useFilters<StudentFilterName>();
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [openId, setOpenId] = useState<string | null>(null);
  const tab = TABS.find((name) => name === filters.state) ?? 'all';
  const isSeen = membership?.organisation.standing === 'VERIFIED';
  const counts = useOperation(StudentCounts, { collegeId: organisationId }, { enabled: isSeen });
  const hasOutcomes = WITH_OUTCOMES.includes(tab);
  const stage = hasOutcomes ? stageOf(filters.outcome) : null;
  const pages = useStudents({
    collegeId: organisationId,
    filter: filterOf(filters, STATES[tab]),
    stage,
    isSeen,
  });
  const narrow: typeof setFilters = (changes) => {
    setSelected([]);
    setFilters(changes);
  };
  if (!isSeen)
    return (
      <Frame title={text('title')}>
        <EmptyState title={text('noStanding')} />
      </Frame>
    );
  return (
    <Frame
      title={text('title')}
      lead={text('lead')}
      width="wide"
      actions={
        mayManage && (
          <Link className="gq-button" to={`/work/${organisationId}/students/import`}>
            {text('import')}
          </Link>
        )
      }
    >
      <FilterTabs
        label={text('filter')}
        value={tab}
        onChange={(state) => narrow({ state: state === 'all' ? null : state })}
        tabs={TABS.map((name) => ({
          value: name,
          label: name === 'all' || name === 'over' ? text(name) : text(`state_${name}`),
          count: counts.data ? number(counts.data[name].totalCount ?? 0) : null,
        }))}
      />
      <StudentFiltersBar filters={filters} onChange={narrow} />
      {hasOutcomes && (
        <StudentOutcomes
          collegeId={organisationId}
          filter={filterOf(filters, null)}
          value={stage}
          onChange={(outcome) => narrow({ outcome })}
        />
      )}
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <Nothing isAtAll={counts.data?.all.totalCount === 0} />
          ) : (
            <div className="gq-card">
              <StudentRecords
                students={nodes}
                selected={selected}
                hasOutcomes={hasOutcomes}
                {...(mayManage ? { onSelect: setSelected } : {})}
                onOpen={setOpenId}
              />
              <MoreButton pages={pages} />
              <DecisionBar
                students={nodes.filter(({ id }) => selected.includes(id))}
                onClear={() => setSelected([])}
              />
            </div>
          )
        }
      </Loaded>
      {openId !== null && <StudentDrawer id={openId} onClose={() => setOpenId(null)} />}
    </Frame>
  );
}

function Nothing({ isAtAll }: { readonly isAtAll: boolean }) {
  const text = useText(studentsMessages);
  return (
    <div className="gq-card">
      {isAtAll ? (
        <EmptyState title={text('noneAtAll')}>
          <p>{text('noneAtAllText')}</p>
        </EmptyState>
      ) : (
        <EmptyState title={text('none')} />
      )}
    </div>
  );
}

function filterOf(filters: StudentFilters, states: readonly AffiliationState[] | null) {
  const year = Number(filters.year);
  return {
    ...(states === null ? {} : { states }),
    ...(Number.isInteger(year) && year > 0 ? { graduationYears: [year] } : {}),
    ...(filters.class ? { className: filters.class } : {}),
    ...(filters.text ? { text: filters.text } : {}),
  };
}
