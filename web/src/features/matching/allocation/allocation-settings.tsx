import { Button } from 'antd';
import { OrganisationById } from '@/graphql/generated/features/organisations/organisation-select';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import { toast } from '@/shared/ui/toasts';
import type { Run } from './allocation-words';
import { allocationMessages } from './allocation.messages';

/** What was set up, as it was. */
export function AllocationSettings({ run }: { readonly run: Run }) {
  const text = useText(allocationMessages);
  const { mode, isWholeRegion, collegeMaximum, regionMaximum, seed } = run;
  return (
    <Section title={text('settings')}>
      <Facts
        facts={[
          {
            label: text('mode'),
            value: (
              <>
                {text(`mode_${mode}`)}
                <span className="gq-allocation-note">{text(`modeText_${mode}`)}</span>
              </>
            ),
          },
          {
            label: text('postings'),
            value: text(isWholeRegion ? 'wholeRegion' : 'chosenPostings'),
          },
          {
            label: text('people'),
            value: <People run={run} />,
          },
          { label: text('wishes'), value: text('wishesText') },
          {
            label: text('quota'),
            value:
              collegeMaximum !== null
                ? text('quotaOf', { count: collegeMaximum })
                : regionMaximum !== null
                  ? text('quotaOfRegion', { count: regionMaximum })
                  : text('noQuota'),
          },
          { label: text('seed'), value: <Seed seed={seed} /> },
        ]}
      />
    </Section>
  );
}

function People({ run: { collegeId, hasChosenPeople, followsId } }: { readonly run: Run }) {
  const text = useText(allocationMessages);
  if (followsId !== null) return text('peopleWithout');
  if (hasChosenPeople) return text('chosenPeople');
  return collegeId === null ? text('everybody') : <StudentsOf collegeId={collegeId} />;
}

function StudentsOf({ collegeId }: { readonly collegeId: string }) {
  const text = useText(allocationMessages);
  const { data } = useOperation(OrganisationById, { id: collegeId });
  const college = data?.organisation?.name;
  return college === undefined ? text('ofOneCollege') : text('ofCollege', { college });
}

function Seed({ seed }: { readonly seed: string }) {
  const text = useText(allocationMessages);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(seed);
      toast.success(text('copied'));
    } catch {
      // The browser does not let pages copy: it can be selected.
      toast.info(text('copyFailed'));
    }
  };
  return (
    <>
      <span className="gq-allocation-seed">
        <code>{seed}</code>
        <Button size="small" onClick={() => void copy()}>
          {text('copySeed')}
        </Button>
      </span>
      <span className="gq-allocation-note">{text('seedText')}</span>
    </>
  );
}
