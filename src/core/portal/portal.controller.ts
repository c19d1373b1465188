import { randomBytes } from 'node:crypto';
import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/index.js';
import { AppConfig } from '../config/index.js';
import { requestContext, type Locale } from '../context/index.js';
import { GRAPHQL_PATH } from '../graphql/driver-options.js';
import { builtAt, loadPortal, type PortalBundle } from './portal-bundle.js';
import { contentSecurityPolicy } from './portal-policy.js';
import { portalPreferences } from './portal-preferences.js';

const NONCE_BYTES = 16;

/** Every address that belongs to nothing else is a page of the portal, or its page for what does not exist. */
@Controller()
export class PortalController {
  private loaded: { readonly built: number | null; readonly bundle: PortalBundle | null } | null =
    null;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: AppConfig,
  ) {}

  @Get('*')
  @Public()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    const bundle = wantsPage ? await this.bundle() : null;
    if (bundle === null) throw new NotFoundException();
    const { locale, theme } = portalPreferences(request.headers.cookie);
    const language = locale ?? requestContext().locale;
    const preferred = request.headers['sec-ch-prefers-color-scheme'] === 'dark' ? 'dark' : 'light';
    const { OPERATOR_NAME, OPERATOR_CONTACT } = this.config.env;
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    const { status, html } = await bundle.answer({
      url: request.url,
      locale: language,
      theme: theme ?? preferred,
      nonce,
      transport: (body) => this.ask(request, language, body),
      assets: bundle.assets,
      operator: { name: OPERATOR_NAME, contact: OPERATOR_CONTACT },
    });
    await reply
      .status(status)
      .type('text/html; charset=utf-8')
      .headers({
        'content-security-policy': contentSecurityPolicy(nonce),
        'cache-control': 'private, no-cache',
        'accept-ch': 'Sec-CH-Prefers-Color-Scheme',
        vary: 'Cookie, Accept-Language, Sec-CH-Prefers-Color-Scheme',
      })
      .send(html);
  }

  /** Loaded once; while developing, anew after each build. */
  private async bundle(): Promise<PortalBundle | null> {
    if (this.loaded !== null && this.config.isProduction) return this.loaded.bundle;
    const built = await builtAt();
    if (this.loaded?.built !== built || this.loaded === null)
      this.loaded = { built, bundle: built === null ? null : await loadPortal(built) };
    return this.loaded.bundle;
  }

  /** The same way as from the browser, with its limits and policies, only without the wire. */
  private async ask(request: FastifyRequest, locale: Locale, body: object): Promise<unknown> {
    const fastify: FastifyInstance = this.host.httpAdapter.getInstance();
    const { cookie } = request.headers;
    const response = await fastify.inject({
      method: 'POST',
      url: GRAPHQL_PATH,
      remoteAddress: request.ip,
      headers: {
        'content-type': 'application/json',
        'accept-language': locale,
        'sec-fetch-site': 'same-origin',
        ...(cookie === undefined ? {} : { cookie }),
      },
      payload: JSON.stringify(body),
    });
    return response.json();
  }
}
