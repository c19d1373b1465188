import { Injectable } from '@nestjs/common';
import {
  Command,
  type CliCommand,
  type CliInput,
  type CliOutput,
} from '../../../core/cli/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { corpusFiles } from './corpus.js';
import { withLocalMarket } from './local-market.js';
import { MainJob } from './main-job.service.js';
import { PlayFailed } from './play-failed.js';

@Command()
@Injectable()
export class MainJobCommand implements CliCommand {
  readonly name = 'demo main-job';
  readonly description =
    'Play the main job through the API with several people at once; fails when any part does not happen.';
  readonly options = [
    {
      flags: '--corpus <dir>',
      description: 'Folder of real postings and job seekers to import first.',
    },
    { flags: '--sample <n>', description: 'Take only the first n records of each file.' },
    {
      flags: '--url <url>',
      description: 'A running API with its worker; own ones are started unless given.',
    },
  ];

  constructor(
    private readonly mainJob: MainJob,
    private readonly config: AppConfig,
  ) {}

  async run({ options }: CliInput, output: CliOutput): Promise<number> {
    if (this.config.isProduction) {
      output.note('The play makes people and organisations: it does not run in production.');
      return 1;
    }
    const corpus = typeof options.corpus === 'string' ? options.corpus : null;
    const files = corpus === null ? [] : await corpusFiles(corpus);
    if (corpus !== null && files.length === 0) {
      output.note(`${corpus} holds none of the corpora.`);
      return 1;
    }
    const sample = typeof options.sample === 'string' ? Number(options.sample) : null;
    if (sample !== null && !(Number.isInteger(sample) && sample > 0)) {
      output.note('--sample takes a whole number from 1.');
      return 1;
    }
    const url = typeof options.url === 'string' ? options.url : null;
    if (url !== null && !URL.canParse(url)) {
      output.note(`--url takes an address such as http://localhost:3000, not ${url}.`);
      return 1;
    }
    const play = (address: string): Promise<void> =>
      this.mainJob.play({ url: address, files, sample }, output);
    try {
      await (url === null ? withLocalMarket(this.config.env, play) : play(url));
      return 0;
    } catch (error) {
      if (!(error instanceof PlayFailed)) throw error;
      output.note(`The main job failed: ${error.message}`);
      return 1;
    }
  }
}
