import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import type { ShownAgreement } from '../agreement-section';
import { AnnexFile } from './annex-file';
import { annexesMessages } from './annexes.messages';
import './annexes.css';

const MOST_ANNEXES = 10;

interface AnnexBlocksProps {
  readonly name: (string | number)[];
  /** Those the text has now, which may be kept. */
  readonly kept: ShownAgreement['annexes'] | undefined;
}

/** The annexes of a text: uploaded, named, put in order and taken out. */
export function AnnexBlocks({ name, kept = [] }: AnnexBlocksProps) {
  const text = useText(annexesMessages);
  const ui = useText(uiMessages);
  const [said, setSaid] = useState('');
  return (
    <fieldset className="gq-annexes-fields">
      <legend>{text('annexes')}</legend>
      <p className="gq-agreements-soft">{text('hint')}</p>
      <Form.List name={name}>
        {(fields, { add, remove, move }) => {
          const go = (from: number, to: number): void => {
            move(from, to);
            setSaid(text('moved', { place: to + 1 }));
          };
          return (
            <>
              <ol>
                {fields.map((field, index) => (
                  <li key={field.key}>
                    <div className="gq-annexes-head">
                      <strong>{text('place', { place: index + 1 })}</strong>
                      <Button
                        size="small"
                        disabled={index === 0}
                        aria-label={text('upOf', { place: index + 1 })}
                        onClick={() => go(index, index - 1)}
                      >
                        {text('up')}
                      </Button>
                      <Button
                        size="small"
                        disabled={index === fields.length - 1}
                        aria-label={text('downOf', { place: index + 1 })}
                        onClick={() => go(index, index + 1)}
                      >
                        {text('down')}
                      </Button>
                      <Button
                        size="small"
                        aria-label={text('removeOf', { place: index + 1 })}
                        onClick={() => {
                          remove(index);
                          setSaid(text('removed', { place: index + 1 }));
                        }}
                      >
                        {text('remove')}
                      </Button>
                    </div>
                    <Form.Item
                      name={[field.name, 'title']}
                      label={text('title')}
                      rules={[
                        { required: true, whitespace: true, message: ui('required') },
                        { max: 100 },
                      ]}
                    >
                      <Input />
                    </Form.Item>
                    <Form.Item
                      name={[field.name, 'fileId']}
                      label={text('file')}
                      rules={[{ required: true, message: text('fileNeeded') }]}
                    >
                      <AnnexFile kept={kept} />
                    </Form.Item>
                  </li>
                ))}
              </ol>
              <Button
                disabled={fields.length >= MOST_ANNEXES}
                onClick={() => add({ title: '', fileId: null })}
              >
                {text('add')}
              </Button>
            </>
          );
        }}
      </Form.List>
      <span role="status" className="gq-hidden-text">
        {said}
      </span>
    </fieldset>
  );
}
