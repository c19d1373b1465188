import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphiqlController } from './graphiql.controller.js';
import { HttpExceptionFilter } from './http-exception.filter.js';

/** How plain HTTP requests are refused, and the page on which developers try queries. */
@Module({
  controllers: [GraphiqlController],
  providers: [{ provide: APP_FILTER, useClass: HttpExceptionFilter }],
})
export class HttpModule {}
