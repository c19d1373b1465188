export { RateLimitModule } from './rate-limit.module.js';
export { RateLimiter, type RateLimit } from './rate-limiter.js';
