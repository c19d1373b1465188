import { defineErrors } from '../../../core/errors/index.js';

export const postingImportErrors = defineErrors('POSTING_IMPORT', {
  NOT_UNDOABLE: {
    category: 'forbidden_state',
    'zh-CN': '该导入不存在、仍在进行或已撤销，或由单位自行上传，只能由其撤销',
    en: 'There is no such import, it is still running or was undone already, or an organisation uploaded it and takes it back itself',
  },
  ORGANISATION_NOT_TAKEN: {
    category: 'invalid',
    'zh-CN': '--organisation 仅用于 --format template',
    en: '--organisation goes with --format template only',
  },
  ORGANISATION_REQUIRED: {
    category: 'invalid',
    'zh-CN': '--format template 须用 --organisation 指明单位的统一社会信用代码或编号',
    en: '--format template needs --organisation: a unified social credit code or an id',
  },
  ORGANISATION_UNKNOWN: {
    category: 'invalid',
    'zh-CN': '没有可发布岗位的单位使用该统一社会信用代码或编号',
    en: 'No organisation that can post jobs has this unified social credit code or id',
  },
  UNKNOWN_FORMAT: {
    category: 'invalid',
    'zh-CN': '未知的格式。可用：{formats}',
    en: 'Unknown format; there are: {formats}',
  },
  UNREADABLE: {
    category: 'invalid',
    'zh-CN': '文件无法读取：{reason}',
    en: 'The file cannot be read: {reason}',
  },
});
