import { defineErrors } from '../../../core/errors/index.js';

export const seekerImportErrors = defineErrors('SEEKER_IMPORT', {
  NOT_UNDOABLE: {
    category: 'forbidden_state',
    'zh-CN': '该导入不存在、仍在进行或已撤销',
    en: 'There is no such import, or it is still running, or it was undone already',
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
