import { expect, it } from 'vitest';
import { createTaskQueue } from '../../src/background/task-queue.ts';

/** Creates a queue whose hooks and tasks add their names to `log`. */
function loggedQueue() {
  const log: string[] = [];
  const task = (name: string) => async () => {
    await Promise.resolve();
    log.push(name);
    return name;
  };
  const queue = createTaskQueue({
    beforeFirst: task('before'),
    afterFirst: task('after'),
    handleError: async (error) => void log.push(`handled ${(error as Error).message}`),
  });
  return { log, task, queue };
}
const fail = async () => {
  throw new Error('failed');
};

it('runs tasks one after another, and runs the hooks before and after the first task', async () => {
  const { log, task, queue } = loggedQueue();
  const results = await Promise.all([queue.enqueue(task('first')), queue.enqueue(task('second'))]);
  expect(results).toEqual(['first', 'second']);
  expect(log).toEqual(['before', 'first', 'after', 'second']);
});

it('rejects the promise of a failed task, does not call the error handler, and runs the next task', async () => {
  const { log, task, queue } = loggedQueue();
  const failed = queue.enqueue(fail);
  const next = queue.enqueue(task('next'));
  await expect(failed).rejects.toThrow('failed');
  expect(await next).toBe('next');
  expect(log).not.toContain('handled failed');
});

it('passes the error of a background task to the error handler', async () => {
  const { log, task, queue } = loggedQueue();
  queue.runInBackground(fail);
  await queue.enqueue(task('next'));
  expect(log).toContain('handled failed');
  expect(log.at(-1)).toBe('next');
});
