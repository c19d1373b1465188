import { runOnServers } from './run-on-servers.js';

// `npm run bench -- NAME`: runs bench/NAME.ts.
await runOnServers('bench', ['bench']);
