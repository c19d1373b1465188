import { defineMessages } from '../i18n/messages';

export const fileUploadMessages = defineMessages('file-upload', {
  'zh-CN': {
    choose: '选择文件',
    replace: '更换文件',
    remove: '移除',
    removeFile: '移除文件 {name}',
    drop: '或将文件拖到此处',
    hint: '支持 {types}，不超过 {megabytes} MB',
    sending: '正在上传 {name}',
    cancel: '取消上传',
    tooLarge: '文件过大，最多 {megabytes} MB',
    empty: '文件为空',
    wrongType: '不支持该文件类型，仅支持：{types}',
    failed: '上传失败，请重试。',
    uploaded: '已上传 {name}',
  },
  en: {
    choose: 'Choose a file',
    replace: 'Replace',
    remove: 'Remove',
    removeFile: 'Remove the file {name}',
    drop: 'or drop it here',
    hint: '{types}, up to {megabytes} MB',
    sending: 'Uploading {name}',
    cancel: 'Cancel the upload',
    tooLarge: 'The file is too large: at most {megabytes} MB',
    empty: 'The file is empty',
    wrongType: 'This type of file is not taken here, only: {types}',
    failed: 'The upload failed. Please try again.',
    uploaded: 'Uploaded {name}',
  },
});
