import { defineMessages } from '@/shared/i18n/messages';

export const verdictMessages = defineMessages('agreementVerdict', {
  'zh-CN': {
    asking: '正在核验…',
    GENUINE: '真实且未被改动',
    GENUINE_TEXT: '“{name}”与平台封存的协议 {number} 逐字节一致，各项存证核验均通过。',
    CHANGED: '文件已被改动',
    CHANGED_TEXT: '本平台封存过协议 {number}，但“{name}”与封存的文件不一致，请勿作为凭据。',
    UNKNOWN: '不是本平台出具的文件',
    UNKNOWN_TEXT: '平台没有封存过“{name}”。预览件、未签署完成的协议和纸质件的扫描件也无法核验。',
    BROKEN: '平台存证已损坏',
    BROKEN_TEXT: '协议 {number} 在平台的存证与封存时不符，请联系平台运营方，并保留手中的文件。',
    RECORDED: '协议已封存，存证完整',
    RECORDED_TEXT:
      '协议 {number} 的各项存证核验均通过。手中的文件是否被改动，请在下方选择该文件核对。',
    NOT_FOUND: '没有找到对应的已封存协议',
    NOT_FOUND_TEXT: '请核对编号和核验码；未签署完成的协议无法核验。',
    brokenEvent: '第 {number} 条事件{fault}。',
    sameFile: '手中的文件与封存时的文件一致。',
    otherFile: '手中的文件与封存时的文件也不一致。',
    marked:
      '文件带有本平台的标记，但标记已无法对应任何协议。请在下方输入文件上的编号和核验码再核验。',
    otherNumber: '这是协议 {number} 的文件，不是您查询的 {asked}。',
  },
  en: {
    asking: 'Verifying …',
    GENUINE: 'Genuine and unchanged',
    GENUINE_TEXT:
      '“{name}” is, byte for byte, agreement {number} as the platform sealed it. Every check passed.',
    CHANGED: 'The file was changed',
    CHANGED_TEXT:
      'Agreement {number} was sealed here, but “{name}” differs from the sealed file. Do not rely on it.',
    UNKNOWN: 'Not a file of this platform',
    UNKNOWN_TEXT:
      'The platform never sealed “{name}”. Previews, agreements that not all have signed, and scans of paper cannot be verified either.',
    BROKEN: 'The evidence of the platform is damaged',
    BROKEN_TEXT:
      'What the platform keeps of agreement {number} is not as it was sealed. Tell the operator of the platform, and keep your file.',
    RECORDED: 'Sealed, and the evidence is whole',
    RECORDED_TEXT:
      'Every check of agreement {number} passed. To see whether a file you hold was changed, choose it below.',
    NOT_FOUND: 'No such sealed agreement',
    NOT_FOUND_TEXT:
      'Check number and code. An agreement that not all have signed cannot be verified.',
    brokenEvent: 'Event {number} {fault}.',
    sameFile: 'The file you hold is the one that was sealed.',
    otherFile: 'The file you hold is not the one that was sealed, either.',
    marked:
      'It bears the mark of this platform, but the mark leads to no agreement. Enter the number and code printed in it below to verify again.',
    otherNumber: 'This is the file of agreement {number}, not of {asked} that you asked for.',
  },
});

/** What became of an event. */
export const faultMessages = defineMessages('agreementEventFault', {
  'zh-CN': {
    EDITED: '被改动',
    DELETED: '被删除',
    REORDERED: '被调换了位置',
    TRUNCATED: '及其后的事件缺失',
    REPLACED: '与封存或公布时不同，该条或之前的事件被改动',
  },
  en: {
    EDITED: 'was edited',
    DELETED: 'was deleted',
    REORDERED: 'was moved',
    TRUNCATED: 'and all after it are gone',
    REPLACED: 'is not the one that was sealed or published; it or one before it was changed',
  },
});
