import type { DevelopmentMessage } from './development-messages.repository.js';

const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'medium',
});
const CHANNELS: Readonly<Record<string, string>> = { EMAIL: '邮件', SMS: '短信' };

const STYLE = `
  body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1f2329; background: #fff; }
  article { border: 1px solid #c9cdd4; border-radius: 8px; padding: 0.75rem 1rem; margin: 1rem 0; }
  h2 { font-size: 1rem; margin: 0; }
  p { margin: 0.25rem 0; color: #4e5969; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0.5rem 0 0; }
  input { font: inherit; padding: 0.25rem 0.5rem; }
  button { font: inherit; padding: 0.25rem 0.75rem; }`;

/** The page of messages that were not sent, without scripts. */
export function developmentMessagesPage(
  messages: readonly DevelopmentMessage[],
  recipient: string,
): string {
  const articles = messages.map(
    ({ channel, recipient: to, subject, body, createdAt }) => `
    <article>
      <h2>${escaped(subject)}</h2>
      <p>${escaped(CHANNELS[channel] ?? channel)} · ${escaped(to)} · <time datetime="${createdAt.toISOString()}">${TIME.format(createdAt)}</time></p>
      <pre>${withLinks(body)}</pre>
    </article>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>开发信箱</title>
  <style>${STYLE}</style>
</head>
<body>
  <main>
    <h1>开发信箱</h1>
    <p>未配置邮件服务器或短信网关时，邮件和验证码不会发出，只保存在这里。生产环境没有此页面。</p>
    <form>
      <label>收件人 <input name="to" value="${escaped(recipient)}" placeholder="邮箱或手机号"></label>
      <button>筛选</button>
    </form>
    ${articles.length > 0 ? articles.join('') : '<p>暂无消息。</p>'}
  </main>
</body>
</html>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Links of a text can be clicked; what surrounds them is escaped like everything else. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[\w\-./?=&%#:~+]+)/)
    .map((part, at) =>
      at % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part),
    )
    .join('');
}
