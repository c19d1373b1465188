import { randomUUID } from 'node:crypto';
import { must, PlayFailed } from './play-failed.js';

interface UserError {
  readonly code: string;
  readonly field: readonly string[] | null;
  readonly message: string;
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** One person at a device: asks the API over HTTP, and takes every refusal as a failed play. */
export class ApiClient {
  constructor(
    readonly url: string,
    private readonly token: string | null = null,
  ) {}

  as(token: string): ApiClient {
    return new ApiClient(this.url, token);
  }

  /** A query; what it selects is what the caller says. */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'zh-CN',
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = (await response.json().catch(() => {
      throw new PlayFailed(`${this.url} is no API of this platform`);
    })) as Answer;
    if (errors.length > 0 || !data) {
      const reasons = errors.map(({ message }) => message).join('; ');
      throw new PlayFailed(
        `${query.trim().slice(0, 80)} … ${response.status.toString()} ${reasons}`,
      );
    }
    return data as T;
  }

  /** A mutation by its name, with an idempotency key of its own where `isKeyed`. */
  async act<T>(
    name: string,
    input: object,
    selection: string,
    { type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, isKeyed = true } = {},
  ): Promise<T> {
    const data = await this.ask<Record<string, T & { readonly userErrors: readonly UserError[] }>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code field message } } }`,
      { input: isKeyed ? { idempotencyKey: randomUUID(), ...input } : input },
    );
    const payload = data[name];
    must(payload !== undefined, `${name} answers`);
    const [refusal] = payload.userErrors;
    if (refusal) {
      const where = refusal.field ? ` (${refusal.field.join('.')})` : '';
      throw new PlayFailed(`${name}: ${refusal.code}${where} ${refusal.message}`);
    }
    return payload;
  }

  /** The bytes of a file to the signed address that the API gave. */
  async put(address: string, bytes: Buffer): Promise<void> {
    const { pathname, search } = new URL(address, this.url);
    const response = await this.fetch(pathname + search, {
      method: 'PUT',
      body: new Uint8Array(bytes),
    });
    must(response.ok, `a file of ${bytes.length.toString()} bytes is uploaded`);
  }

  async page(path: string): Promise<string> {
    return (await this.fetch(path)).text();
  }

  private fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(new URL(path, this.url), init).catch((error: unknown) => {
      throw new PlayFailed(`${this.url} does not answer`, { cause: error });
    });
  }
}
