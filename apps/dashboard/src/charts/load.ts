type Drawing = typeof import('./draw.js');

const IDLE_MAX_MS = 1_000;

/** When nothing more urgent is to be done; not every browser tells. */
const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: IDLE_MAX_MS });
    else setTimeout(resolve, IDLE_MAX_MS);
  });

const load = async (): Promise<Drawing> => {
  await whenIdle();
  return import('./draw.js');
};

let loading: Promise<Drawing> | null = null;

/** What draws charts, once: it is large, and numbers come before pictures. Tried again by the next chart where it fails. */
export const loadDrawing = (): Promise<Drawing> => {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
};
