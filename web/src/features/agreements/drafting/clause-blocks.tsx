import { Button, Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useText } from '@/shared/i18n/messages';
import { ClauseBlock } from './clause-block';
import { draftingMessages } from './drafting.messages';
import './drafting.css';

export const MOST_CLAUSES = 100;

/** The clauses of a text as blocks: added, taken out, and moved by buttons or by dragging. */
export function ClauseBlocks({ name }: { readonly name: (string | number)[] }) {
  const text = useText(draftingMessages);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<number | null>(null);
  // A new object each time: the same button may get the focus again.
  const [focused, setFocused] = useState<{ readonly at: string } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A moved block loses the focus with its place in the document.
    if (focused === null) return;
    list.current?.querySelector<HTMLElement>(`[data-focus="${focused.at}"]`)?.focus();
  }, [focused]);
  return (
    <fieldset className="gq-drafting">
      <legend>{text('clauses')}</legend>
      <p className="gq-agreements-soft">{text('clausesHint')}</p>
      <Form.List name={name}>
        {(fields, { add, remove, move }, { errors }) => (
          <div ref={list}>
            <ol className="gq-drafting-blocks">
              {fields.map((field, index) => {
                const go = (from: number, to: number, button: 'up' | 'down'): void => {
                  move(from, to);
                  setSaid(text('moved', { place: to + 1 }));
                  const isEnd = to === 0 || to === fields.length - 1;
                  const opposite = to === 0 ? 'down' : 'up';
                  setFocused({ at: `${field.key}-${isEnd ? opposite : button}` });
                };
                return (
                  <ClauseBlock
                    key={field.key}
                    id={field.key}
                    index={index}
                    name={field.name}
                    isOnly={fields.length === 1}
                    isLast={index === fields.length - 1}
                    isTarget={dragged !== null && dragged !== index}
                    onUp={() => go(index, index - 1, 'up')}
                    onDown={() => go(index, index + 1, 'down')}
                    onRemove={() => {
                      remove(index);
                      setSaid(text('removed', { place: index + 1 }));
                      const next = fields[index + 1] ?? fields[index - 1];
                      setFocused({ at: `${next?.key ?? ''}-heading` });
                    }}
                    onDrag={() => setDragged(index)}
                    onDragEnd={() => setDragged(null)}
                    onDrop={() => {
                      if (dragged !== null) go(dragged, index, 'up');
                      setDragged(null);
                    }}
                  />
                );
              })}
            </ol>
            <Form.ErrorList errors={errors} />
            <Button
              disabled={fields.length >= MOST_CLAUSES}
              onClick={() => add({ key: null, heading: '', body: '' })}
            >
              {text('add')}
            </Button>
          </div>
        )}
      </Form.List>
      <p className="gq-drafting-said" role="status">
        {said}
      </p>
    </fieldset>
  );
}
