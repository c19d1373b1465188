export {
  requestContext,
  runInContext,
  systemContext,
  type Locale,
  type RequestContext,
} from './request-context.js';
