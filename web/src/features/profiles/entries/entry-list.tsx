import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '@/shared/i18n/messages';
import { profilesMessages } from '../profiles.messages';

export interface EntryListProps {
  readonly name: string;
  /** Heads the entry at a place, counted from 1. */
  readonly titleOf: (place: number) => string;
  readonly addLabel: string;
  readonly max: number;
  /** Whether their order says something. */
  readonly isOrdered?: boolean;
  readonly newEntry?: object;
  readonly children: (place: number) => ReactNode;
}

/** Entries of one section, written together. */
export function EntryList(props: EntryListProps) {
  const { name, titleOf, addLabel, max, isOrdered = false, newEntry = {}, children } = props;
  const text = useText(profilesMessages);
  return (
    <Form.List name={name}>
      {(fields, { add, remove, move }, { errors }) => (
        <>
          {fields.length === 0 && <p className="gq-profile-note">{text('noEntries')}</p>}
          {fields.map((field, index) => {
            const title = titleOf(index + 1);
            return (
              <fieldset key={field.key} className="gq-profile-entry">
                <legend>{title}</legend>
                {children(field.name)}
                <div className="gq-profile-entry-buttons">
                  {isOrdered && index > 0 && (
                    <Button
                      size="small"
                      aria-label={`${text('moveUp')}: ${title}`}
                      onClick={() => move(index, index - 1)}
                    >
                      {text('moveUp')}
                    </Button>
                  )}
                  <Button
                    size="small"
                    danger
                    aria-label={text('removeOf', { name: title })}
                    onClick={() => remove(index)}
                  >
                    {text('remove')}
                  </Button>
                </div>
              </fieldset>
            );
          })}
          <Form.ErrorList errors={errors} />
          {fields.length < max ? (
            <Button type="dashed" block className="gq-profile-add" onClick={() => add(newEntry)}>
              + {addLabel}
            </Button>
          ) : (
            <p className="gq-profile-note">{text('limit', { count: max })}</p>
          )}
        </>
      )}
    </Form.List>
  );
}
