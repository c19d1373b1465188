import { Module } from '@nestjs/common';
import { PortalController } from './portal.controller.js';

/** Serves the portal built in `web`. */
@Module({ controllers: [PortalController] })
export class PortalModule {}
