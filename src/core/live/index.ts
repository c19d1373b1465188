export { Alarm, EventStream, type StreamEvent } from './event-stream.js';
export { LiveModule } from './live.module.js';
export { LiveSignals } from './live-signals.js';
