import { defineErrors } from '../errors/index.js';

/** Why a file is not taken, not found or not given out. */
export const storageErrors = defineErrors('FILE', {
  PURPOSE_UNKNOWN: {
    category: 'invalid',
    'zh-CN': '未知的文件用途',
    en: 'There is no such purpose of files',
  },
  EMPTY: { category: 'invalid', 'zh-CN': '文件为空', en: 'The file is empty' },
  TOO_LARGE: {
    category: 'limit',
    'zh-CN': '文件过大，最多 {maxMegabytes} MB',
    en: 'The file is too large: at most {maxMegabytes} MB',
  },
  SIZE_DIFFERS: {
    category: 'invalid',
    'zh-CN': '收到的文件大小与声明的不一致',
    en: 'The file received is not of the size that was announced',
  },
  TYPE_REFUSED: {
    category: 'invalid',
    'zh-CN': '不支持该文件类型，仅支持：{types}',
    en: 'This type of file is not taken here, only: {types}',
  },
  ACTIVE_CONTENT: {
    category: 'invalid',
    'zh-CN': '文件含有可执行内容（脚本、宏或嵌入文件），已拒绝',
    en: 'The file contains something that can be executed (a script, macro or embedded file)',
  },
  DAMAGED: {
    category: 'invalid',
    'zh-CN': '文件已损坏或格式异常',
    en: 'The file is damaged or oddly built',
  },
  ENCRYPTED: {
    category: 'invalid',
    'zh-CN': '文件已加密，请取消密码后上传',
    en: 'The file is encrypted: remove its password first',
  },
  ALREADY_UPLOADED: {
    category: 'conflict',
    'zh-CN': '该文件已上传，不能替换',
    en: 'This file was uploaded before and cannot be replaced',
  },
  NOT_UPLOADED: {
    category: 'forbidden_state',
    'zh-CN': '文件尚未上传完成',
    en: 'The file has not been uploaded yet',
  },
  ALREADY_ATTACHED: {
    category: 'conflict',
    'zh-CN': '该文件已用于其他记录',
    en: 'The file already belongs to another record',
  },
  WRONG_PURPOSE: {
    category: 'invalid',
    'zh-CN': '该文件是为其他用途上传的',
    en: 'The file was uploaded for another purpose',
  },
  LINK_EXPIRED: {
    category: 'forbidden_state',
    'zh-CN': '链接已过期，请重新获取',
    en: 'The link has expired: ask for a new one',
  },
  BUSY: {
    category: 'dependency',
    'zh-CN': '当前上传较多，请稍后再试',
    en: 'Many files are being uploaded; try again soon',
  },
});
