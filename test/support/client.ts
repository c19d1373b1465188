import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Locale } from '../../src/core/context/index.js';

/** Who asks: a bearer token, or whatever a factory made that carries one. Nobody when left out. */
export type As = string | { readonly token: string } | null;

export interface AskOptions {
  readonly as?: As;
  /** Language of messages; English unless said. */
  readonly locale?: Locale;
  /** Network address of the caller, for rate limits. */
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly operationName?: string;
}

export interface TopLevelError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly reason?: string;
    readonly field?: readonly string[];
    readonly requestId: string;
  };
}

export interface GqlAnswer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  /** What was selected; read freely, the spec asserts exact values. */
  readonly data: T;
  readonly errors?: readonly TopLevelError[];
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs read nested data and assert exact values
export type Selected = Record<string, any>;

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: Buffer;
  readonly text: string;
  json<T = unknown>(): T;
}

export interface HttpRequest extends AskOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' | 'OPTIONS';
  readonly url: string;
  readonly payload?: string | Buffer | object;
}

/** Asks an application as a client over HTTP would. */
export interface Client {
  gql<T = Selected>(query: string, variables?: object, options?: AskOptions): Promise<GqlAnswer<T>>;
  http(request: HttpRequest): Promise<HttpAnswer>;
}

export function createClient(app: NestFastifyApplication): Client {
  async function http({
    method = 'GET',
    url,
    payload,
    ...options
  }: HttpRequest): Promise<HttpAnswer> {
    const response = await app.inject({
      method,
      url,
      headers: headersOf(options),
      ...(payload === undefined ? {} : { payload }),
      ...(options.from === undefined ? {} : { remoteAddress: options.from }),
    });
    return {
      status: response.statusCode,
      headers: response.headers,
      body: response.rawPayload,
      text: response.payload,
      json: <T>() => response.json<T>(),
    };
  }
  return {
    http,
    async gql<T>(query: string, variables: object = {}, options: AskOptions = {}) {
      const { operationName } = options;
      const answer = await http({
        ...options,
        method: 'POST',
        url: '/graphql',
        payload: { query, variables, ...(operationName === undefined ? {} : { operationName }) },
      });
      const body = answer.json<{ data?: T; errors?: TopLevelError[] }>();
      return {
        status: answer.status,
        headers: answer.headers,
        data: (body.data ?? null) as T,
        ...(body.errors ? { errors: body.errors } : {}),
      };
    },
  };
}

function headersOf({ as = null, locale = 'en', headers }: AskOptions): Record<string, string> {
  const token = typeof as === 'string' ? as : (as?.token ?? null);
  return {
    'accept-language': locale,
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...headers,
  };
}
