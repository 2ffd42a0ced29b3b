/** Runs the worker's tasks one after another, so that rows are appended in message order. */

/** A queue of tasks, of which at most one runs. */
export interface TaskQueue {
  /** Runs a task after all earlier ones, whether they succeeded or failed. Resolves or rejects with its result. */
  enqueue<T>(task: () => Promise<T>): Promise<T>;
  /** Enqueues a task that has no caller to report to; its error goes to `handleError`. */
  runInBackground(task: () => Promise<unknown>): void;
}

/** What the queue runs on its own. */
export interface TaskQueueHooks {
  /** Runs before the first task after a restart of the worker. */
  readonly beforeFirst: () => Promise<unknown>;
  /** Runs directly after that first task. */
  readonly afterFirst: () => Promise<unknown>;
  /**
   * Receives the errors of background tasks and of both hooks. An error that it throws is reported as an unhandled
   * rejection.
   */
  readonly handleError: (error: unknown) => Promise<void>;
}

/** An empty queue; its hooks run with the first task. */
export function createTaskQueue({ beforeFirst, afterFirst, handleError }: TaskQueueHooks): TaskQueue {
  let tail: Promise<unknown> = Promise.resolve();
  let hasStarted = false;

  function enqueue<T>(task: () => Promise<T>): Promise<T> {
    const isFirst = !hasStarted;
    hasStarted = true;
    if (isFirst) runInBackground(beforeFirst);
    const result = tail.then(task);
    // The caller receives the rejection; the next task must not.
    tail = result.catch(() => {});
    if (isFirst) runInBackground(afterFirst);
    return result;
  }

  function runInBackground(task: () => Promise<unknown>): void {
    void enqueue(task).catch(handleError);
  }

  return { enqueue, runInBackground };
}
