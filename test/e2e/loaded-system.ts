import { eventually } from '#libs/testing';
import type { Browser } from 'playwright-core';
import { System } from '../../tools/long/kit/system.js';
import { openBrowser } from '../../tools/screenshots/browser.js';
import { expectedFigures } from '../../tools/simulator/expected.js';

/** How long sample data of a hundredth may take until they are in the figures. */
export const LOADED_MS = 120_000;

/** A browser, and what it looks at. */
export interface Loaded {
  readonly browser: Browser;
  readonly system: System;
  /** Of an analyst. */
  readonly token: string;
}

interface Figures {
  readonly rows: readonly { readonly persons: number }[];
}

const untilCounted = async (system: System, scale: number): Promise<void> => {
  await system.loaded(LOADED_MS);
  const { activePersons } = expectedFigures(scale);
  await eventually(async () => {
    const { rows } = await system.ask<Figures>('reporting', '/v1/coverage?region=33.72');
    return rows[0]?.persons === activePersons;
  }, LOADED_MS);
};

/** The whole system with sample data of that scale, all of it in the figures, and a browser to look at them. */
export const openLoaded = async (scale: number): Promise<Loaded> => {
  const browser = await openBrowser(); // first: where there is none, nothing else is left standing
  let system: System | null = null;
  try {
    system = await System.start(['--scale', String(scale)]);
    await untilCounted(system, scale);
    return { browser, system, token: await system.token('analyst') };
  } catch (error) {
    await Promise.all([browser.close(), system?.remove()]);
    throw error;
  }
};
