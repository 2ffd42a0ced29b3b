/** Runs the worker's tasks one after another, so that rows are appended in the order in which messages arrive. */

/** A queue that runs at most one task at a time. */
export interface TaskQueue {
  /** Runs a task after all earlier tasks have succeeded or failed. Resolves or rejects with the result of the task. */
  enqueue<T>(task: () => Promise<T>): Promise<T>;
  /** Enqueues a task whose result no caller awaits. Passes its error to `handleError`. */
  runInBackground(task: () => Promise<unknown>): void;
}

/** Functions that the queue itself calls. */
export interface TaskQueueHooks {
  /** Runs before the first task after a restart of the worker. */
  readonly beforeFirst: () => Promise<unknown>;
  /** Runs directly after the first task. */
  readonly afterFirst: () => Promise<unknown>;
  /**
   * Receives the errors of background tasks and of both hooks. If it throws an error, the browser reports an unhandled
   * rejection.
   */
  readonly handleError: (error: unknown) => Promise<void>;
}

/** Creates an empty queue. The hooks run before and after the first task. */
export function createTaskQueue({ beforeFirst, afterFirst, handleError }: TaskQueueHooks): TaskQueue {
  let tail: Promise<unknown> = Promise.resolve();
  let hasStarted = false;

  function enqueue<T>(task: () => Promise<T>): Promise<T> {
    const isFirst = !hasStarted;
    hasStarted = true;
    if (isFirst) runInBackground(beforeFirst);
    const result = tail.then(task);
    // The caller receives a rejection. The next task runs all the same.
    tail = result.catch(() => {});
    if (isFirst) runInBackground(afterFirst);
    return result;
  }

  function runInBackground(task: () => Promise<unknown>): void {
    void enqueue(task).catch(handleError);
  }

  return { enqueue, runInBackground };
}
