import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export const FILES_PATH = 'files';
const ROUTE = new RegExp(`^/${FILES_PATH}/[^/?]+(\\?|$)`);
/** Only our hook gives a request this type, so the parser below is reached by uploads alone. */
const UPLOAD_TYPE = 'application/vnd.gongqiao.upload';

/** Hands the body of an upload on as it arrives, whatever type it claims to be. Other routes keep their parsers. */
@Injectable()
export class UploadStream implements OnModuleInit {
  constructor(private readonly adapter: HttpAdapterHost) {}

  onModuleInit(): void {
    // Commands and the worker have no server.
    const fastify = this.adapter.httpAdapter?.getInstance<FastifyInstance | undefined>();
    if (!fastify) return;
    fastify.addHook('onRequest', (request, _reply, done) => {
      const claimed = request.headers['content-type'];
      if (isUpload(request)) request.headers['content-type'] = UPLOAD_TYPE;
      else if (claimed?.startsWith(UPLOAD_TYPE))
        request.headers['content-type'] = 'application/octet-stream';
      done();
    });
    fastify.addContentTypeParser(UPLOAD_TYPE, (_request, payload, done) => {
      done(null, payload);
    });
  }
}

function isUpload({ method, url }: FastifyRequest): boolean {
  return method === 'PUT' && ROUTE.test(url);
}
