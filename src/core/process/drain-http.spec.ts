import { createServer, get, Agent, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { drainHttp } from './drain-http.js';

describe('draining an HTTP server', () => {
  let server: Server;
  const agent = new Agent({ keepAlive: true });
  afterEach(() => {
    agent.destroy();
    server.close();
    server.closeAllConnections();
  });

  async function listening(answerAfterMs: number): Promise<number> {
    server = createServer((_request, response) => {
      setTimeout(() => response.end('done'), answerAfterMs).unref();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  function ask(port: number): Promise<string> {
    return new Promise((resolve, reject) => {
      get({ port, host: '127.0.0.1', agent }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve(body));
      }).on('error', reject);
    });
  }

  it('finishes the answer under way although its connection is kept alive, and accepts nothing new', async () => {
    const port = await listening(200);
    const underWay = ask(port);
    await pause(50);
    const drained = drainHttp(server, 5000);
    await expect(fetch(`http://127.0.0.1:${String(port)}/`)).rejects.toThrow('fetch failed');
    expect(await underWay).toBe('done');
    await drained;
    expect(server.listening).toBe(false);
  });

  it('cuts what is not finished at the deadline', async () => {
    const port = await listening(60_000);
    const underWay = ask(port);
    const failed = expect(underWay).rejects.toMatchObject({ code: 'ECONNRESET' });
    await pause(50);
    const since = performance.now();
    await drainHttp(server, 200);
    expect(performance.now() - since).toBeLessThan(2000);
    await failed;
  });

  it('has nothing to do for a server that does not listen', async () => {
    server = createServer();
    await drainHttp(server, 1000);
    expect(server.listening).toBe(false);
  });
});
