import { Form, Select } from 'antd';
import { IndustrySelect, OccupationSelect } from '@/features/reference-data/code-select';
import { usePostingWords } from '@/features/job-postings/public/use-posting-words';
import { NumberItem } from '@/shared/forms/number-item';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { editorMessages } from './editor.messages';
import { TextField } from './text-field';
import type { Wording } from './use-wording';

export interface WordingSectionProps {
  readonly wording: Wording;
}

const ENGAGEMENTS = [
  'FULL_TIME',
  'PART_TIME',
  'INTERNSHIP',
  'LABOUR_DISPATCH',
  'SEASONAL',
  'FLEXIBLE',
] as const;

/** Title, kind of work, seats. */
export function BasicsSection({ wording }: WordingSectionProps) {
  const text = useText(editorMessages);
  const { engagement } = usePostingWords();
  return (
    <Section title={text('basics')}>
      <TextField
        name="title"
        label={text('titleField')}
        hint={text('titleHint')}
        max={60}
        rules={[
          {
            required: true,
            whitespace: true,
            message: text('required', { name: text('titleField') }),
          },
          { min: 2, message: text('tooShort', { count: 2 }) },
        ]}
        wording={wording}
      />
      <div className="gq-own-posting-pair">
        <Form.Item name="engagementType" label={text('engagementType')}>
          <Select
            options={ENGAGEMENTS.map((value) => ({ value, label: engagement(value) }))}
            allowClear
          />
        </Form.Item>
        <NumberItem name="headcount" label={text('headcount')} min={1} max={10_000} />
        <Form.Item name="occupationCode" label={text('occupation')} extra={text('occupationHint')}>
          <OccupationSelect />
        </Form.Item>
        <Form.Item name="industryCode" label={text('industry')}>
          <IndustrySelect />
        </Form.Item>
      </div>
    </Section>
  );
}

/** What is done, by whom, under which conditions: the texts the rules look at. */
export function WorkSection({ wording }: WordingSectionProps) {
  const text = useText(editorMessages);
  return (
    <Section title={text('work')}>
      <TextField
        name="duties"
        label={text('duties')}
        hint={text('dutiesHint')}
        max={5000}
        rows={5}
        wording={wording}
      />
      <TextField
        name="conditions"
        label={text('conditions')}
        hint={text('conditionsHint')}
        max={5000}
        rows={4}
        wording={wording}
      />
      <TextField
        name="workConditions"
        label={text('workConditions')}
        hint={text('workConditionsHint')}
        max={2000}
        rows={3}
        wording={wording}
      />
    </Section>
  );
}
