import { Injectable } from '@nestjs/common';

/** Whether this process still takes new work. Long answers (live notices) end when `stopping` aborts. */
@Injectable()
export class ProcessState {
  private readonly controller = new AbortController();

  get stopping(): AbortSignal {
    return this.controller.signal;
  }

  get isStopping(): boolean {
    return this.controller.signal.aborted;
  }

  beginStopping(): void {
    this.controller.abort();
  }
}
