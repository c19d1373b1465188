import { Controller, Get, Header, Query } from '@nestjs/common';
import { Public } from '../../../core/auth/index.js';
import { EventHeadsRepository } from './event-heads.repository.js';
import { EvidenceSigner } from './evidence-signer.port.js';

const HEADS_PER_ANSWER = 1_000;

/** What anybody needs to check evidence without asking us: the public keys and the daily heads. */
@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly heads: EventHeadsRepository,
    private readonly signer: EvidenceSigner,
  ) {}

  @Get('keys.json')
  @Public()
  @Header('cache-control', 'public, max-age=300')
  keys() {
    return { keys: this.signer.keys() };
  }

  /** One JSON object a line, at most a thousand after the number that is asked for. */
  @Get('heads.jsonl')
  @Public()
  @Header('content-type', 'application/x-ndjson; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  async headLines(@Query('after') after?: unknown): Promise<string> {
    const number = typeof after === 'string' && /^\d{1,9}$/.test(after) ? Number(after) : 0;
    const heads = await this.heads.listAfter(number, HEADS_PER_ANSWER);
    return heads
      .map((head) => {
        const { number: sequence, hash, previousHash, leafCount, keyId, signature } = head;
        const publishedAt = head.publishedAt.toISOString();
        const line = { sequence: String(sequence), hash, publishedAt };
        return `${JSON.stringify({ ...line, previousHash, leafCount, keyId, signature })}\n`;
      })
      .join('');
  }
}
