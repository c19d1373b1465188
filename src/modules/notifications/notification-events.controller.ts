import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticated, CurrentActor, type Actor } from '../../core/auth/index.js';
import { EventStream } from '../../core/live/index.js';
import { NotificationStreams } from './notification-streams.service.js';

/**
 * `GET /events/notifications`: the signed-in person's new notices as server-sent events. With `Last-Event-ID` it begins
 * after that notice, else with `after` where that cursor (`Viewer.notificationCursor`) or notice stands, else with what
 * comes from now on; `event: reset` says that the list has to be read anew.
 */
@Controller('events/notifications')
export class NotificationEventsController {
  constructor(private readonly streams: NotificationStreams) {}

  @Get()
  @Authenticated()
  follow(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('after') after: unknown,
  ): Promise<void> {
    const { authorization, cookie, origin, ...headers } = request.headers;
    const site = headers['sec-fetch-site'];
    // A browser that comes back by itself repeats the address, but knows better by now.
    const last = textOf(headers['last-event-id']) ?? textOf(after);
    return this.streams.serve(
      {
        actor,
        credentials: {
          authorization,
          cookie,
          origin,
          secFetchSite: typeof site === 'string' ? site : undefined,
        },
        after: last,
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

function textOf(given: unknown): string | null {
  return typeof given === 'string' && given !== '' ? given : null;
}
