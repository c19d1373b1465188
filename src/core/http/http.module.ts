import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { HttpExceptionFilter } from './http-exception.filter.js';

/** How plain HTTP requests are refused. */
@Module({ providers: [{ provide: APP_FILTER, useClass: HttpExceptionFilter }] })
export class HttpModule {}
