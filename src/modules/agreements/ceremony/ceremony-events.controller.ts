import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { EventStream } from '../../../core/live/index.js';
import { AGREEMENT_CEREMONY_READ } from './ceremony.permissions.js';
import { CeremonyStreams } from './ceremony-streams.service.js';

/**
 * `GET /events/agreement-ceremonies/:id`: server-sent events `changed` whenever the screen of the ceremony is to be read
 * again; the id of an event is a mark of what it shows, and with it in `Last-Event-ID` only what differs is told.
 */
@Controller('events/agreement-ceremonies')
export class CeremonyEventsController {
  constructor(private readonly streams: CeremonyStreams) {}

  @Get(':id')
  @RequirePermission(AGREEMENT_CEREMONY_READ)
  follow(
    @CurrentActor() actor: Actor,
    @Param('id') ceremonyId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { authorization, cookie, origin, ...headers } = request.headers;
    const site = headers['sec-fetch-site'];
    const last = headers['last-event-id'];
    return this.streams.serve(
      {
        actor,
        credentials: {
          authorization,
          cookie,
          origin,
          secFetchSite: typeof site === 'string' ? site : undefined,
        },
        ceremonyId,
        after: typeof last === 'string' && last !== '' ? last : null,
      },
      async () => {
        reply.hijack();
        const stream = new EventStream(reply.raw);
        const requestId = reply.getHeader('x-request-id');
        await stream.open(requestId === undefined ? {} : { 'x-request-id': requestId });
        return stream;
      },
    );
  }
}
