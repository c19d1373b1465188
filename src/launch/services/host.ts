import { hostOptionsShape } from './protocol.js';
import { ServicesHost } from './services-host.js';

/** Process that holds the embedded servers; started by `services-client.ts`, ends by itself. */
async function main(): Promise<void> {
  const options = hostOptionsShape.parse(JSON.parse(process.argv[2] ?? 'null'));
  const host = new ServicesHost(options, process.env.GONGQIAO_SEARCH_KEY ?? '', () =>
    process.exit(0),
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void host.close());
  }
  await host.open();
}

await main();
