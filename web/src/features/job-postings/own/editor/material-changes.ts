import { contentOf, type EditorValues } from './editor-values';

/** What people applied for: changing it after publication sends a posting back to the bureau. */
const MATERIAL = [
  'title',
  'occupationCode',
  'engagementType',
  'duties',
  'conditions',
  'workConditions',
  'regionCode',
  'address',
  'pay',
  'educationLevelCode',
  'experienceYearsMin',
  'skillLevelCode',
] as const;

export type MaterialChange = (typeof MATERIAL)[number] | 'requirementMusts';

export function materialChanges(before: EditorValues, after: EditorValues): MaterialChange[] {
  const [old, changed] = [contentOf(before), contentOf(after)];
  const differs = (a: unknown, b: unknown) =>
    JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
  const fields: MaterialChange[] = MATERIAL.filter((name) => differs(old[name], changed[name]));
  const musts = (content: typeof old) =>
    (content.requirements ?? [])
      .filter(({ isRequired }) => isRequired)
      .map(({ kind, value, minimum }) => `${kind} ${value} ${minimum ?? ''}`)
      .sort();
  return differs(musts(old), musts(changed)) ? [...fields, 'requirementMusts'] : fields;
}
