import { Button, Form, Input } from 'antd';
import type { DragEvent } from 'react';
import { useText } from '@/shared/i18n/messages';
import { uiMessages } from '@/shared/ui/ui.messages';
import { draftingMessages } from './drafting.messages';

export interface ClauseBlockProps {
  readonly id: number;
  readonly index: number;
  readonly name: number;
  readonly isOnly: boolean;
  readonly isLast: boolean;
  /** Another block is dragged and may be put here. */
  readonly isTarget: boolean;
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly onRemove: () => void;
  readonly onDrag: () => void;
  readonly onDragEnd: () => void;
  readonly onDrop: () => void;
}

/** One clause: heading, text, and its place. */
export function ClauseBlock(props: ClauseBlockProps) {
  const { id, index, name, isOnly, isLast, isTarget, onUp, onDown, onRemove } = props;
  const text = useText(draftingMessages);
  const ui = useText(uiMessages);
  const place = index + 1;
  const over = (event: DragEvent): void => {
    if (isTarget) event.preventDefault();
  };
  return (
    <li
      className={isTarget ? 'gq-drafting-block gq-drafting-target' : 'gq-drafting-block'}
      onDragOver={over}
      onDrop={props.onDrop}
    >
      <div className="gq-drafting-head">
        <span
          className="gq-drafting-handle"
          draggable
          title={text('drag')}
          aria-hidden
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', String(place));
            props.onDrag();
          }}
          onDragEnd={props.onDragEnd}
        >
          ⠿
        </span>
        <strong>{text('clause', { place })}</strong>
        <span className="gq-drafting-buttons">
          <Button
            size="small"
            aria-label={text('up', { place })}
            data-focus={`${id}-up`}
            disabled={index === 0}
            onClick={onUp}
          >
            ↑
          </Button>
          <Button
            size="small"
            aria-label={text('down', { place })}
            data-focus={`${id}-down`}
            disabled={isLast}
            onClick={onDown}
          >
            ↓
          </Button>
          <Button
            size="small"
            danger
            aria-label={text('remove', { place })}
            disabled={isOnly}
            onClick={onRemove}
          >
            ×
          </Button>
        </span>
      </div>
      <Form.Item name={[name, 'key']} hidden>
        <Input />
      </Form.Item>
      <Form.Item name={[name, 'heading']} label={text('heading', { place })} rules={[{ max: 100 }]}>
        <Input placeholder={text('headingPlaceholder')} data-focus={`${id}-heading`} />
      </Form.Item>
      <Form.Item
        name={[name, 'body']}
        label={text('body', { place })}
        rules={[{ required: true, whitespace: true, message: ui('required') }, { max: 20_000 }]}
      >
        <Input.TextArea rows={4} />
      </Form.Item>
    </li>
  );
}
