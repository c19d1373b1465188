import { Global, Module } from '@nestjs/common';
import { RateLimitProcessor } from './rate-limit.processor.js';
import { RateLimiter } from './rate-limiter.js';

@Global()
@Module({ providers: [RateLimiter, RateLimitProcessor], exports: [RateLimiter] })
export class RateLimitModule {}
