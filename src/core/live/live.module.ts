import { Global, Module } from '@nestjs/common';
import { LiveSignals } from './live-signals.js';

/** What is followed while it changes: server-sent events and what wakes them. */
@Global()
@Module({ providers: [LiveSignals], exports: [LiveSignals] })
export class LiveModule {}
