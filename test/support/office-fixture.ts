/** The test office and the temporary folder of a test in a browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type Office, type OfficeOptions, openOffice } from '../office/office.ts';
import type { Driver } from './driver.ts';

export interface OfficeFixture {
  /** An empty folder, a new one for each test. */
  folder: string;
  office: Office;
  /** The open browser; the test sets it. */
  driver: Driver | undefined;
}

/**
 * Opens an office and makes a folder before each test of a file. After the test it closes the office and the browser and
 * deletes the folder.
 */
export function setUpOffice(options: OfficeOptions = {}): OfficeFixture {
  const fixture = {} as OfficeFixture;
  beforeEach(async () => {
    fixture.folder = mkdtempSync(join(tmpdir(), 'fingertip-'));
    fixture.office = await openOffice(options);
  });
  afterEach(async () => {
    await fixture.driver?.close();
    fixture.driver = undefined;
    await fixture.office.close();
    rmSync(fixture.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  });
  return fixture;
}
