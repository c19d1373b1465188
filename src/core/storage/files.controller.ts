import { Readable } from 'node:stream';
import { Controller, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/index.js';
import { isUuid } from '../clock/index.js';
import { requestErrors } from '../errors/index.js';
import { DownloadAudit } from './download-audit.service.js';
import { FileContent } from './file-content.port.js';
import { FileLinks } from './file-links.js';
import { attachmentDisposition } from './file-name.js';
import { FileStore } from './file-store.js';
import { FileUploads, type UploadedFile } from './file-uploads.js';
import { FILES_PATH } from './upload-stream.js';

/** Nothing a browser could do with the file on our origin: no scripts, no plug-ins, no frames. */
const POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** The bytes of files, behind signed links: a wrong link answers like a file that does not exist. */
@Controller(FILES_PATH)
export class FilesController {
  constructor(
    private readonly links: FileLinks,
    private readonly uploads: FileUploads,
    private readonly store: FileStore,
    private readonly content: FileContent,
    private readonly downloads: DownloadAudit,
  ) {}

  @Put(':id')
  @Public()
  async upload(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<UploadedFile> {
    this.requireLink('PUT', id, query);
    return this.uploads.receive(id, request.body as AsyncIterable<Buffer>);
  }

  @Get(':id')
  @Public()
  async download(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.requireLink('GET', id, query);
    const file = await this.store.find(id);
    if (!file?.mediaType || file.state === 'AWAITING_UPLOAD') throw requestErrors.NOT_FOUND();
    await this.downloads.note(file, this.links.holderOf(query));
    void reply
      .headers({
        'content-type': file.mediaType,
        'content-length': file.sizeBytes,
        'content-disposition': attachmentDisposition(file.fileName),
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'cache-control': 'private, no-store',
      })
      .send(Readable.from(this.content.read(id)));
  }

  private requireLink(method: 'PUT' | 'GET', id: string, query: Record<string, unknown>): void {
    if (!isUuid(id) || !this.links.isGenuine(method, id, query)) throw requestErrors.NOT_FOUND();
  }
}
