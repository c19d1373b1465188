export { AppLogger, createPino, type LoggerOptions } from './app-logger.js';
export { allowedFields, describeError, type ErrorEntry } from './log-fields.js';
export { scrub } from './scrub.js';
export { registerRequestLog } from './request-log.js';
