/** What a test in a browser stands on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type Office, openOffice } from '../office/office.ts';
import type { Driver } from './driver.ts';

export interface Stage {
  /** An empty folder, another one for each test. */
  folder: string;
  office: Office;
  /** The browser that is open, if any. */
  driver: Driver | undefined;
}

/** An office and a folder for each test of a file; they go after it, and the browser that is open then. */
export function setStage(options: Parameters<typeof openOffice>[0] = {}): Stage {
  const stage = {} as Stage;
  beforeEach(async () => {
    stage.folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
    stage.office = await openOffice(options);
  });
  afterEach(async () => {
    await stage.driver?.close();
    stage.driver = undefined;
    await stage.office.close();
    rmSync(stage.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  });
  return stage;
}
