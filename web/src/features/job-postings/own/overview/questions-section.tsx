import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import {
  AnswerJobPostingQuestion,
  OwnPostingQuestions,
  type OwnPostingQuestionsQuery,
} from '@/graphql/generated/features/job-postings/own/overview/own-posting';
import { useFormat } from '@/shared/format/use-format';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Section } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import type { OwnPosting } from './own-posting-page';
import { overviewMessages } from './overview.messages';

type Question = NonNullable<OwnPostingQuestionsQuery['jobPostingQuestions']>['nodes'][number];

/** What people asked about the posting, and the answers to give. */
export function QuestionsSection({ posting }: { readonly posting: OwnPosting }) {
  const text = useText(overviewMessages);
  const [isAnswered, setAnswered] = useState(false);
  const wasPublished = posting.publishedAt !== null;
  const pages = usePages(
    OwnPostingQuestions,
    { id: posting.id, isAnswered },
    ({ jobPostingQuestions }) => jobPostingQuestions,
    { enabled: wasPublished },
  );
  if (!wasPublished) return null;
  return (
    <Section title={text('questions')}>
      <FilterTabs
        label={text('questions')}
        value={isAnswered ? 'answered' : 'toAnswer'}
        onChange={(value) => setAnswered(value === 'answered')}
        tabs={[
          { value: 'toAnswer', label: text('toAnswer') },
          { value: 'answered', label: text('answered') },
        ]}
      />
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={text(isAnswered ? 'noAnswered' : 'noQuestions')} />
          ) : (
            <ul className="gq-own-questions">
              {nodes.map((question) => (
                <QuestionItem
                  key={question.id}
                  question={question}
                  mayAnswer={posting.viewerCan.answerQuestions}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </Section>
  );
}

interface QuestionItemProps {
  readonly question: Question;
  readonly mayAnswer: boolean;
}

function QuestionItem({ question, mayAnswer }: QuestionItemProps) {
  const text = useText(overviewMessages);
  const format = useFormat();
  return (
    <li>
      <h3>{question.question}</h3>
      <p className="gq-own-explain">
        {text('askedAt', { at: format.dateTime(question.askedAt) })}
        {question.isHidden && ` · ${text('hidden')}`}
      </p>
      {question.answer !== null ? (
        <p className="gq-own-answer">
          <strong>{text('ourAnswer')}</strong>
          {question.answer}
        </p>
      ) : (
        mayAnswer && !question.isHidden && <AnswerForm question={question} />
      )}
    </li>
  );
}

function AnswerForm({ question }: { readonly question: Question }) {
  const text = useText(overviewMessages);
  const { run } = useAction(AnswerJobPostingQuestion, { refreshes: ['OwnPostingQuestions'] });
  const { form, submit, isRunning, problems, failure } = useActionForm<{ answer: string }>({
    run: ({ answer }) => run({ questionId: question.id, answer }),
  });
  const draft = useDraft(form, `answer.${question.id}`);
  const finish = async (values: { answer: string }): Promise<void> => {
    if (await submit(values)) draft.discard();
  };
  return (
    <Form form={form} onValuesChange={draft.keep} onFinish={(values) => void finish(values)}>
      <Form.Item
        name="answer"
        extra={text('answerHint')}
        rules={[{ required: true, whitespace: true, message: text('answerNeeded') }, { max: 1000 }]}
      >
        <Input.TextArea
          className="gq-own-growing"
          rows={2}
          aria-label={text('answerOf', { question: question.question })}
        />
      </Form.Item>
      <FormProblems problems={problems} failure={failure} />
      <Button htmlType="submit" type="primary" loading={isRunning}>
        {text('send')}
      </Button>
    </Form>
  );
}
