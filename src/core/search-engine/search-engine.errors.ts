/** The engine does not answer (or has no such index yet). Callers answer from PostgreSQL instead and say `degraded`. */
export class SearchUnavailable extends Error {
  override readonly name: string = 'SearchUnavailable';
}

/** The engine is well but knows no such index: nothing has been indexed yet. */
export class SearchIndexMissing extends SearchUnavailable {
  override readonly name = 'SearchIndexMissing';
}

/** The engine refused the request. A fault of our code or settings: retrying does not help. */
export class SearchRejected extends Error {
  override readonly name = 'SearchRejected';

  constructor(
    /** The engine's own code, for example `invalid_search_filter`. */
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A change was accepted and then failed or was cancelled; the index does not contain it. */
export class SearchTaskFailed extends Error {
  override readonly name = 'SearchTaskFailed';

  constructor(
    readonly taskId: number,
    readonly code: string,
    message: string,
  ) {
    super(`Search task ${String(taskId)} failed (${code}): ${message}`);
  }
}

/** A change was accepted and was not applied in the time given; it may still be. */
export class SearchTaskPending extends Error {
  override readonly name = 'SearchTaskPending';

  constructor(readonly taskId: number) {
    super(`Search task ${String(taskId)} is still waiting`);
  }
}
