import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ruruHTML } from 'ruru/server';
import { Public } from '../auth/index.js';
import { AppConfig } from '../config/index.js';
import { GRAPHQL_PATH } from '../graphql/driver-options.js';

const STATIC_FOLDER = fileURLToPath(new URL('../static/', import.meta.resolve('ruru/static')));
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
};
/** The browser itself sees to it that nothing is loaded from or sent to another host. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The page on which developers try queries, with all its files from this process. Not part of production. */
@Controller('graphiql')
export class GraphiqlController {
  private files: ReadonlySet<string> | undefined;
  private readonly page = ruruHTML({
    endpoint: GRAPHQL_PATH,
    staticPath: '/graphiql/static/',
    htmlParts: { titleTag: '<title>GraphiQL</title>' },
  });

  constructor(private readonly config: AppConfig) {}

  @Get()
  @Public()
  show(@Res() reply: FastifyReply): void {
    if (this.config.isProduction) throw new NotFoundException();
    void reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .send(this.page);
  }

  @Get('static/:name')
  @Public()
  file(@Param('name') name: string, @Res() reply: FastifyReply): void {
    this.files ??= new Set(readdirSync(STATIC_FOLDER));
    const mediaType = this.files.has(name) ? mediaTypeOf(name) : undefined;
    if (mediaType === undefined || this.config.isProduction) throw new NotFoundException();
    void reply
      .type(mediaType)
      .header('cache-control', 'public, max-age=3600')
      .send(createReadStream(join(STATIC_FOLDER, name)));
  }
}

function mediaTypeOf(name: string): string | undefined {
  return MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)];
}
