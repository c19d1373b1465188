export { createHttpApplication, GRAPHQL_BODY_LIMIT } from './create-http-application.js';
export { HttpModule } from './http.module.js';
export { preferredLocale } from './preferred-locale.js';
