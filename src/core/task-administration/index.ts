export { TASK_ADMINISTER } from './task.permissions.js';
export { TaskAdministrationModule } from './task-administration.module.js';
