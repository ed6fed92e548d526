/** Longitude and latitude in degrees (WGS 84). */
export type Position = readonly [longitude: number, latitude: number];

/** A closed line: its last position is its first. */
export type Ring = readonly Position[];

/** The ring around an area, then those around its holes. */
export type Polygon = readonly Ring[];

/** Where a region lies on a map: one polygon or several; none where a file says nothing of it. */
export interface Outline {
  /** Of the region. */
  readonly code: string;
  readonly polygons: readonly Polygon[];
}
