import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { CannotRun } from '../cli/cannot-run.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The first Chromium on the path; `CHROMIUM` says another one. */
const chromiumPath = (): string => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = process.env['CHROMIUM'] ?? candidates.find((path) => existsSync(path));
  if (found === undefined)
    throw new CannotRun('There is no Chromium: install it, or say where it is in CHROMIUM.');
  return found;
};

/** The installed browser, without a window. It runs in no sandbox of its own: it opens the project's own pages alone. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
