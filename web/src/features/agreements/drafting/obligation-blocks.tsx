import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { DraftingMetricsQuery } from '@/graphql/generated/features/agreements/drafting/drafting';
import { DraftingMetrics } from '@/graphql/generated/features/agreements/drafting/drafting';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { ObligationFields } from './obligation-fields';
import { obligationBlocksMessages } from './obligation-blocks.messages';
import type { DraftParty } from './parties';

export type Metric = DraftingMetricsQuery['obligationMetrics'][number];

/** An obligation as the form has it. */
export interface ObligationValue {
  readonly key?: string | null;
  readonly metric: string;
  /** Id of the party among those of the draft. */
  readonly owedBy: string;
  readonly quantity: number;
  readonly dueOn: string;
  readonly proof?: 'RECORDS' | 'ENTRIES' | null;
}

const MOST_OBLIGATIONS = 20;

/** What the parties promise in figures, which the platform then follows. */
export function ObligationBlocks({ parties }: { readonly parties: readonly DraftParty[] }) {
  const text = useText(obligationBlocksMessages);
  const form = Form.useFormInstance();
  const [said, setSaid] = useState('');
  const { data } = useOperation(DraftingMetrics, {});
  const metrics = (data?.obligationMetrics ?? []).filter(({ roles }) =>
    parties.some(({ role }) => roles.includes(role)),
  );
  return (
    <fieldset className="gq-drafting">
      <legend>{text('obligations')}</legend>
      <p className="gq-agreements-soft">{text('hint')}</p>
      <Form.List name={['content', 'obligations']}>
        {(fields, { add, remove }) => (
          <>
            <ol className="gq-drafting-blocks">
              {fields.map((field, index) => (
                <li key={field.key} className="gq-drafting-block">
                  <div className="gq-drafting-head">
                    <strong>{text('place', { place: index + 1 })}</strong>
                    <span className="gq-drafting-buttons">
                      <Button
                        size="small"
                        danger
                        aria-label={text('remove', { place: index + 1 })}
                        onClick={() => {
                          remove(index);
                          setSaid(text('removed', { place: index + 1 }));
                        }}
                      >
                        ×
                      </Button>
                    </span>
                  </div>
                  <Form.Item name={[field.name, 'key']} hidden>
                    <Input />
                  </Form.Item>
                  <ObligationFields name={field.name} metrics={metrics} parties={parties} />
                </li>
              ))}
            </ol>
            <Button
              disabled={fields.length >= MOST_OBLIGATIONS || metrics.length === 0}
              onClick={() =>
                add({ key: null, dueOn: form.getFieldValue(['content', 'endsOn']) as string })
              }
            >
              {text('add')}
            </Button>
          </>
        )}
      </Form.List>
      <p className="gq-drafting-said" role="status">
        {said}
      </p>
    </fieldset>
  );
}
