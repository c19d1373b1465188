import { Alert } from 'antd';
import { useText } from '@/shared/i18n/messages';
import type { Preview } from './import-part';
import { transferMessages } from './transfer.messages';

const BASICS = ['fullName', 'headline', 'summary', 'homeRegionCode', 'availableFrom'] as const;
const SECTIONS = [
  ['previewEducations', 'educationCount'],
  ['previewExperiences', 'experienceCount'],
  ['previewSkills', 'skillCount'],
  ['previewCertificates', 'certificateCount'],
  ['previewIntentions', 'intentionCount'],
] as const;

/** What an import would write and what it would leave. */
export function ImportPreview({ preview }: { readonly preview: Preview }) {
  const text = useText(transferMessages);
  const basics = BASICS.filter((name) => preview.basics.includes(name));
  const lines = [
    ...(basics.length === 0
      ? []
      : [text('previewBasics', { names: basics.map((name) => text(`basic_${name}`)).join('、') })]),
    ...SECTIONS.flatMap(([words, name]) => {
      const count = preview[name];
      return count === null ? [] : [text(words, { count })];
    }),
  ];
  return (
    <div className="gq-profile-preview" role="status">
      <h4>{text('previewTitle')}</h4>
      {lines.length === 0 ? (
        <p>{text('previewNone')}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {preview.skippedCount > 0 && (
        <Alert
          type="warning"
          title={text('previewSkipped', { count: preview.skippedCount })}
          description={
            <ul>
              {preview.skipped.map(({ path, reason }) => (
                <li key={`${path} ${reason}`}>
                  <code>{path}</code> · {text(`skip_${reason}`)}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}
