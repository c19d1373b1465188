export { drainHttp } from './drain-http.js';
export { tellParent, type ChildMessage } from './parent.js';
export { runProcess, StartRefusedError, type ProcessParts } from './run-process.js';
export { shutDownInOrder, type ShutdownOptions } from './shutdown.js';
