import { Controller, Get, Header, Param } from '@nestjs/common';
import { Authenticated, CurrentActor, type Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { DataExportService, EXPORT_PATH } from './data-export.service.js';

@Controller(EXPORT_PATH)
export class DataExportController {
  constructor(private readonly exports: DataExportService) {}

  @Get(':id')
  @Authenticated()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="gongqiao-personal-data.json"')
  @Header('Cache-Control', 'no-store')
  download(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<string> {
    if (!isUuid(id)) throw requestErrors.NOT_FOUND();
    return this.exports.take(actor, id);
  }
}
