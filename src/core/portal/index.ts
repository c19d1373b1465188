export { registerPortalFiles } from './portal-files.js';
export { PortalModule } from './portal.module.js';
