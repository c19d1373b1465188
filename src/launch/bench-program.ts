import { existsSync, readdirSync } from 'node:fs';
import { LaunchError } from './launch-error.js';
import { inRoot } from './paths.js';

/** What Node is to run for a program of `folder`, from its source; an unknown name is refused with those there are. */
export function benchProgram(
  command: string,
  folder: readonly string[],
  [name, ...rest]: readonly string[],
): string[] {
  const script = inRoot(...folder, `${name ?? ''}.ts`);
  if (name === undefined || !/^[\w-]+$/.test(name) || !existsSync(script)) {
    const names = readdirSync(inRoot(...folder))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -'.ts'.length));
    throw new LaunchError(`Which one? npm run ${command} -- ${names.join(' | ')}`);
  }
  const hooks = inRoot('src', 'launch', 'typescript-hooks.mjs');
  return ['--enable-source-maps', '--import', hooks, script, ...rest];
}
