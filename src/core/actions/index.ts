export { ActionRunner } from './action-runner.js';
export { ActionsModule } from './actions.module.js';
export { canonicalJson } from './canonical-json.js';
