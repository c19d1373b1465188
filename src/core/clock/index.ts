export { Clock, calendarDay } from './clock.js';
export { Ids, isUuid, uuidv7 } from './ids.js';
