import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import type { Locale } from '../../../core/context/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { PrivacyNotice } from './privacy-notice.model.js';

@Injectable()
export class PrivacyNoticeReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The edition in force now. */
  async current(locale: Locale): Promise<PrivacyNotice> {
    const row = await this.uow.sql
      .selectFrom('privacy_notices')
      .select([
        'version',
        'published_at as publishedAt',
        locale === 'en' ? 'text_en as text' : 'text_zh_cn as text',
      ])
      .where('published_at', '<=', this.clock.now())
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!row) throw new Error('There is no privacy notice: the migrations have not run');
    return row;
  }

  async currentVersion(): Promise<number> {
    return (await this.current('zh-CN')).version;
  }
}
