export { keepHeartbeat } from './heartbeat.js';
export { HealthModule } from './health.module.js';
export { ProcessState } from './process-state.js';
export { Readiness, type CheckResult, type ReadinessReport } from './readiness.js';
