import { existsSync } from 'node:fs';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ASSETS_FOLDER } from './portal-bundle.js';

const YEAR_S = 31_536_000;
/** Below this, the headers cost more than compressing saves. */
const WORTH_BYTES = 1024;

/** The files the browser loads, compressed when they were built; and pages and answers compressed as they go out. */
export async function registerPortalFiles(fastify: FastifyInstance): Promise<void> {
  await fastify.register(fastifyCompress, {
    // Nobody sends compressed requests; one that only says so would end as an error of ours.
    globalDecompression: false,
    threshold: WORTH_BYTES,
    encodings: ['br', 'gzip'],
    customTypes: /^(text\/html|application\/json)/,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  if (!existsSync(ASSETS_FOLDER)) return;
  await fastify.register(fastifyStatic, {
    root: ASSETS_FOLDER,
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    decorateReply: false,
    immutable: true,
    maxAge: YEAR_S * 1000,
  });
}
