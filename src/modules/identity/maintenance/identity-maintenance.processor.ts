import { Injectable } from '@nestjs/common';
import { HandlesTask } from '../../../core/tasks/index.js';
import { IdentityMaintenanceService } from './identity-maintenance.service.js';
import { purgeIdentity } from './identity-maintenance.tasks.js';

@Injectable()
export class IdentityMaintenanceProcessor {
  constructor(private readonly maintenance: IdentityMaintenanceService) {}

  @HandlesTask(purgeIdentity)
  async purge(): Promise<void> {
    await this.maintenance.purgeExpired();
  }
}
