import { Alert, App, Button, Form } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import {
  CreateJobPosting,
  UpdateJobPosting,
  type EditedPostingFragment,
} from '@/graphql/generated/features/job-postings/own/editor/posting-editor';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import { FormProblems } from '@/shared/forms/form-problems';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { toast } from '@/shared/ui/toasts';
import { uiMessages } from '@/shared/ui/ui.messages';
import { draftName } from '../draft-name';
import { ownWordsMessages } from '../own-words.messages';
import { useRefusalWords } from '../use-refusal-words';
import { CompletenessPanel } from './completeness-panel';
import { DemandsSection } from './demands-section';
import { editorMessages } from './editor.messages';
import {
  contentOf,
  FIELD_OF,
  fieldOf,
  missingIn,
  NEW_POSTING,
  valuesOf,
  type EditorValues,
} from './editor-values';
import { materialChanges, type MaterialChange } from './material-changes';
import { PaySection, PlaceSection } from './terms-sections';
import { useWording } from './use-wording';
import { BasicsSection, WorkSection } from './work-sections';
import '../own-postings.css';

export interface PostingFormProps {
  readonly organisationId: string;
  /** What is edited, as it was when editing began; null for a new one. */
  readonly posting: EditedPostingFragment | null;
}

/** Writing a posting: hints while typing, a draft on the device, saving and handing in. */
export function PostingForm({ organisationId, posting }: PostingFormProps) {
  const text = useText(editorMessages);
  const words = useText(ownWordsMessages);
  const ui = useText(uiMessages);
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const nameOf = useChangeName();
  const inWords = useRefusalWords();
  const create = useAction(CreateJobPosting);
  const update = useAction(UpdateJobPosting);
  const [initial] = useState(() => (posting === null ? NEW_POSTING : valuesOf(posting)));
  const saved = useRef<{ readonly id: string; readonly isInReview: boolean } | null>(null);
  const goesToReview = useRef(false);
  const [isForReview, setForReview] = useState(false);
  const base = `/work/${organisationId}/postings`;
  const isPublished = posting !== null && posting.state !== 'DRAFT';

  const { form, submit, isRunning, problems, failure } = useActionForm<EditorValues>({
    fieldOf,
    run: (values) =>
      inWords(async () => {
        const content = contentOf(values);
        const { jobPosting } =
          posting === null
            ? await create.run({ organisationId, ...content, title: content.title ?? '' })
            : await update.run({ id: posting.id, version: posting.version, changes: content });
        const isInReview =
          jobPosting !== null && 'state' in jobPosting && jobPosting.state === 'IN_REVIEW';
        saved.current = jobPosting && { id: jobPosting.id, isInReview };
      }, missingIn(values)),
  });
  const draft = useDraft(
    form,
    posting === null ? `posting.new.${organisationId}` : draftName(posting),
  );
  const wording = useWording(form);

  const finish = async (values: EditorValues): Promise<void> => {
    const toReview = goesToReview.current;
    if ((toReview || isPublished) && !isReady(values)) return;
    if (isPublished) {
      const changes = materialChanges(initial, values);
      if (changes.length > 0 && !(await agreesTo(changes))) return;
    }
    if (!(await submit(values)) || saved.current === null) return;
    draft.discard();
    const { id, isInReview } = saved.current;
    if (isPublished) toast.success(text(isInReview ? 'backInReview' : 'savedChanges'));
    else if (!toReview) toast.success(text('savedDraft'));
    void navigate(`${base}/${id}${toReview ? '?step=submit' : ''}`);
  };

  /** Says at the fields what keeps the posting from being handed in. */
  const isReady = (values: EditorValues): boolean => {
    const missing = missingIn(values);
    form.setFields(
      missing.map((element) => ({
        name: FIELD_OF[element],
        errors: [text('required', { name: words(`element_${element}`) })],
      })),
    );
    const blocked = (['title', 'duties', 'conditions', 'workConditions'] as const).find((name) =>
      wording.hintsOf(name).some(({ severity }) => severity === 'BLOCK'),
    );
    const [first] = missing;
    const target = first === undefined ? blocked : FIELD_OF[first];
    if (target === undefined) return true;
    if (first === undefined) toast.error(text('wordingBlocks'));
    form.scrollToField(target, { focus: true, block: 'center' });
    return false;
  };

  const agreesTo = (changes: readonly MaterialChange[]): Promise<boolean> =>
    new Promise((resolve) => {
      modal.confirm({
        title: text('materialTitle'),
        content: text('materialText', { fields: nameOf(changes) }),
        okText: text('materialOk'),
        cancelText: ui('cancel'),
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      });
    });

  const send = (forReview: boolean): void => {
    goesToReview.current = forReview;
    setForReview(forReview);
    form.submit();
  };

  return (
    <Form<EditorValues>
      form={form}
      layout="vertical"
      initialValues={initial}
      requiredMark={false}
      className="gq-own-editor"
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={draft.keep}
      onFinish={(values) => void finish(values)}
      onFinishFailed={({ values }) => goesToReview.current && isReady(values)}
    >
      <div>
        {isPublished && (
          <Alert className="gq-own-alert" type="info" showIcon title={text('publishedNote')} />
        )}
        {draft.wasRestored && (
          <Alert
            className="gq-own-alert"
            type="info"
            showIcon
            title={ui('unsavedDraft')}
            action={
              <Button
                size="small"
                onClick={() => {
                  draft.discard();
                  form.setFieldsValue({
                    ...cleared(form.getFieldsValue(true) as EditorValues),
                    ...initial,
                  });
                }}
              >
                {ui('discardDraft')}
              </Button>
            }
          />
        )}
        <BasicsSection wording={wording} />
        <WorkSection wording={wording} />
        <PaySection />
        <PlaceSection />
        <DemandsSection />
        <FormProblems problems={problems} failure={failure} />
      </div>
      <CompletenessPanel form={form} wording={wording} />
      <div className="gq-own-bar">
        <span className="gq-own-kept">{text('keptHere')}</span>
        <Button onClick={() => void navigate(posting === null ? base : `${base}/${posting.id}`)}>
          {text('leave')}
        </Button>
        {isPublished ? (
          <Button type="primary" loading={isRunning} onClick={() => send(false)}>
            {text('saveChanges')}
          </Button>
        ) : (
          <>
            <Button loading={isRunning && !isForReview} onClick={() => send(false)}>
              {text('saveDraft')}
            </Button>
            <Button type="primary" loading={isRunning && isForReview} onClick={() => send(true)}>
              {text('saveAndSubmit')}
            </Button>
          </>
        )}
      </div>
    </Form>
  );
}

/** Every field emptied, so that what the draft had and the beginning has not is gone. */
function cleared(values: EditorValues): EditorValues {
  return Object.fromEntries(Object.keys(values).map((name) => [name, undefined]));
}

function useChangeName(): (changes: readonly MaterialChange[]) => string {
  const text = useText(editorMessages);
  const locale = useLocale();
  const names: Readonly<Record<MaterialChange, string>> = {
    title: text('titleField'),
    occupationCode: text('occupation'),
    engagementType: text('engagementType'),
    duties: text('duties'),
    conditions: text('conditions'),
    workConditions: text('workConditions'),
    regionCode: text('region'),
    address: text('address'),
    pay: text('pay'),
    educationLevelCode: text('education'),
    experienceYearsMin: text('experience'),
    skillLevelCode: text('skillLevel'),
    requirementMusts: text('requirementMusts'),
  };
  return (changes) => changes.map((change) => names[change]).join(locale === 'en' ? ', ' : '、');
}
