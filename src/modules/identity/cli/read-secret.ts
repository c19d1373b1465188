import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Reads a secret without showing it: from the keyboard where there is one, else the first line of standard input. */
export async function readSecret(
  prompt: string,
  { input = process.stdin, output = process.stderr } = {},
): Promise<string> {
  const isTerminal = input.isTTY;
  if (isTerminal) output.write(prompt);
  // What is typed is echoed by the interface, not by the terminal: into nothing.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: isTerminal });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (isTerminal) output.write('\n');
  }
}
