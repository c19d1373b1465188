/** A file that nothing can be learned from, with the line that is to blame where there is one. */
export class FitFileError extends Error {}
