/** Region codes that somebody may see, each with all below it; null: everything. */
export type Regions = readonly string[] | null;

/** Whether the regions reach the place; what lies nowhere is seen only by those who see everything. */
export const reaches = (regions: Regions, place: string | null): boolean =>
  regions === null ||
  regions.some((code) => code === 'ID' || place === code || place?.startsWith(`${code}.`) === true);
