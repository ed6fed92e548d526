/** Whose tokens are used where a role speaks for somebody: codes of the sample. */
export const CHANNEL = 'KIOSK-3';
export const GATEWAY = 'BANK-A';

/** The last day of the sample's story. */
export const DAY = '2024-12-17';
