/** Looks are counted by the hour; by then the oldest no longer count. */
export const LOOK_RETRY_AFTER_SECONDS = 600;
