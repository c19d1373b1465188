import { createInterface } from 'node:readline/promises';
import { Writable, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';

interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: { write(text: string): unknown };
}

/** Asks for a secret without showing it: at the keyboard where there is one, else the first line of standard input. */
@Injectable()
export class SecretPrompt {
  async ask(
    question: string,
    { input, output }: Terminal = { input: process.stdin, output: process.stderr },
  ): Promise<string> {
    const isTerminal = input.isTTY === true;
    if (isTerminal) output.write(question);
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
}
