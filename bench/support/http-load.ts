import { Agent, request } from 'node:http';
import autocannon from 'autocannon';

export interface Target {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends one request after the other over one connection that is kept open. */
export function keepAliveClient(): { post(target: Target): Promise<string>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    post: ({ url, headers, body }) =>
      new Promise((resolve, reject) => {
        const sent = request(
          url,
          {
            agent,
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
              ...headers,
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () => {
              const text = Buffer.concat(chunks).toString('utf8');
              if (response.statusCode === 200) resolve(text);
              else reject(new Error(`${url} answered ${response.statusCode ?? 0}: ${text}`));
            });
            response.on('error', reject);
          },
        );
        sent.on('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** Requests a second that the target answers when so many connections ask without a pause. */
export async function throughput(
  { url, headers, body }: Target,
  { seconds, connections }: { readonly seconds: number; readonly connections: number },
): Promise<number> {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    connections,
    duration: seconds,
  });
  if (result.errors + result.timeouts + result.non2xx > 0)
    throw new Error(`${url} failed ${result.errors + result.timeouts + result.non2xx} times`);
  return result.requests.total / result.duration;
}
