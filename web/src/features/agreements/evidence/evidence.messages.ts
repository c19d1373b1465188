import { defineMessages } from '@/shared/i18n/messages';

/** Files and evidence of an agreement. */
export const evidenceMessages = defineMessages('agreementEvidence', {
  'zh-CN': {
    files: '协议文件',
    preview: '下载预览 PDF',
    previewNote: '预览件带有“草稿”或“未签署”水印，仅供阅读，不作凭据。',
    download: '下载已封存的 PDF',
    signature: '下载分离签名',
    verify: '核验文件',
    sealedAt: '封存时间',
    sha256: '文件校验码（SHA-256）',
    chain: '事件链',
    chainText: '共 {count} 条，最近一条的校验码：',
    waiting: '各方签署完成后，平台会在一分钟内生成并封存正式文件。',
    expires: '下载地址五分钟内有效，过期后请刷新本页。',
    party: '代表：{name}',
    refused: '未被接受（{code}）',
    platform: '平台',
    beforeChain: '启用事件链之前的记录',
  },
  en: {
    files: 'Files',
    preview: 'Download a preview (PDF)',
    previewNote: 'A preview is marked as a draft or unsigned; it is to be read and proves nothing.',
    download: 'Download the sealed PDF',
    signature: 'Download the detached signature',
    verify: 'Verify the file',
    sealedAt: 'Sealed',
    sha256: 'SHA-256 of the file',
    chain: 'Chain of events',
    chainText: {
      one: '{count} event; hash of the last:',
      other: '{count} events; hash of the last:',
    },
    waiting: 'Within a minute after the last signature the platform makes and seals the file.',
    expires: 'The addresses hold for five minutes; reload the page after that.',
    party: 'For {name}',
    refused: 'Not accepted ({code})',
    platform: 'Platform',
    beforeChain: 'From before there was a chain of events',
  },
});
