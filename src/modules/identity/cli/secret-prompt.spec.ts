import { PassThrough } from 'node:stream';
import { SecretPrompt } from './secret-prompt.js';

function terminal(isTTY: boolean, typed: string) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const shown: string[] = [];
  input.end(typed);
  return { input, output: { write: (text: string) => shown.push(text) }, shown };
}

describe('SecretPrompt', () => {
  it('reads one line of standard input without asking', async () => {
    const { shown, ...at } = terminal(false, 'river-stone-lamp\nsecond line\n');
    expect(await new SecretPrompt().ask('Password: ', at)).toBe('river-stone-lamp');
    expect(shown).toEqual([]);
  });

  it('asks at a keyboard and shows nothing of what is typed', async () => {
    const { shown, ...at } = terminal(true, 'river-stone-lamp\r');
    expect(await new SecretPrompt().ask('Password: ', at)).toBe('river-stone-lamp');
    expect(shown.join('')).toBe('Password: \n');
  });

  it('takes an empty input as no secret', async () => {
    const { input, output } = terminal(false, '');
    expect(await new SecretPrompt().ask('Password: ', { input, output })).toBe('');
  });
});
