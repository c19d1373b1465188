export { DomainError, type ErrorCategory, type ErrorDetails } from './domain-error.js';
export { defineErrors, errorCatalogue, type ErrorEntry } from './define-errors.js';
export { inputErrors, requestErrors } from './common.errors.js';
