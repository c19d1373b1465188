export { parseInput, refuse } from './parse-input.js';
export { normaliseText, optionalText, recordId, text, type TextLimits } from './text.js';
