import { defineMessages } from '@/shared/i18n/messages';

/** Drafting from a template. */
export const templatesMessages = defineMessages('agreementTemplates', {
  'zh-CN': {
    use: '套用模板',
    hint: '可从示范文本或本单位模板开始；标题和条款会被替换，之后仍可修改。',
    partiesFirst: '先选择各方，即可套用模板',
    title: '套用协议模板',
    lead: '填好空格后生成标题和全部条款，替换现在的内容；单位名称和起止日期自动填入。',
    template: '模板',
    builtIn: '示范文本',
    own: '本单位模板',
    fill: '生成条款',
    applied: '已套用模板，请逐条核对',
    gone: '该模板已不可用',
    yuan: '{label}（元）',
    replaces: '已填写的标题和条款将被替换',
    replacesNeeded: '请勾选，或取消后保留已填写的内容',
    none: '这类协议还没有模板，可在“协议模板”中新建',
  },
  en: {
    use: 'Use a template',
    hint: 'Begin from a model text or a template of your own; title and clauses are replaced and can be changed afterwards.',
    partiesFirst: 'Choose the parties first, then a template',
    title: 'Use a template',
    lead: 'Title and clauses are made from it and replace what is there; names and dates are filled in for you.',
    template: 'Template',
    builtIn: 'Model texts',
    own: 'Templates of your organisation',
    fill: 'Make the clauses',
    applied: 'Done: go through the clauses',
    gone: 'The template is no longer in use',
    yuan: '{label} (yuan)',
    replaces: 'What was typed as title and clauses is replaced',
    replacesNeeded: 'Tick it, or cancel to keep what was typed',
    none: 'There are no templates of this kind yet; make one under “Templates”',
  },
});
