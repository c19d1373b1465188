import type * as Steps from '../../src/modules/agreements/evidence/seal-steps.js';

/** Sent to the worker: at this step of sealing, reached so often before, it is killed as by a power cut. */
export interface Death {
  readonly at: Steps.SealStep;
  readonly after: number;
}

// The worker as it is compiled, but that it can be told where to die.
const compiled = (file: string): string => new URL(`../../dist/${file}`, import.meta.url).href;
const { SealSteps } = (await import(
  compiled('modules/agreements/evidence/seal-steps.js')
)) as typeof Steps;
let death: Death | null = null;
let left = 0;
process.on('message', (message: Death) => {
  death = message;
  left = message.after;
});
SealSteps.prototype.reached = (step) => {
  if (step === death?.at && left-- === 0) process.kill(process.pid, 'SIGKILL');
  return Promise.resolve();
};
await import(compiled('worker.js'));
