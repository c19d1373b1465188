import { createConnection, createServer, type Socket } from 'node:net';
import { createInterface, type Interface } from 'node:readline';

export const LOOPBACK = '127.0.0.1';

/** A port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}

/** True when something accepts connections there within the time. */
export function isListening(host: string, port: number, timeoutMs = 2000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port });
    const answer = (value: boolean): void => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(timeoutMs, () => {
      answer(false);
    });
    socket.on('connect', () => {
      answer(true);
    });
    socket.on('error', () => {
      answer(false);
    });
  });
}

/** What comes over a connection, line by line; a connection that breaks off is gone and no more. */
export function linesOf(socket: Socket): Interface {
  const lines = createInterface({ input: socket });
  socket.on('error', () => socket.destroy());
  // The reader repeats an error of its socket as its own, which would end the process.
  lines.on('error', () => {
    lines.close();
  });
  return lines;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
