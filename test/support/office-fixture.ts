/** Opens the test office and a temporary folder for tests in a browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type Office, type OfficeOptions, openOffice } from '../office/office.ts';
import type { Driver } from './driver.ts';

export interface OfficeFixture {
  /** A new, empty folder for each test. */
  folder: string;
  office: Office;
  /** The open browser; the test sets it. */
  driver: Driver | undefined;
}

/**
 * Opens an office and creates a folder before each test of a file. After each test, closes the office and the browser and
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
