export const LANGUAGES = ['id', 'en'] as const;
/** Indonesian or English. */
export type Language = (typeof LANGUAGES)[number];
