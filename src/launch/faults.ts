import { runOnServers } from './run-on-servers.js';

// `npm run faults -- NAME`: runs bench/faults/NAME.ts, which kills processes on purpose.
await runOnServers('faults', ['bench', 'faults']);
