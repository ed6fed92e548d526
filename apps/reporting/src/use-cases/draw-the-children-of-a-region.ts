import type { RegionTree } from '../domain/regions/region-tree.js';
import { Drawings } from './drawings.js';
import type { Outlines } from './outlines.js';
import type { Topologies } from './topologies.js';

/** A hundred maps as large as that of all provinces, and more. */
const CHARACTERS_MAX = 16_777_216;

/**
 * Shows the outlines of the children of a region, with their names; children without one are left out. What was drawn is
 * shown again until an outline of a child is recorded, by whichever process.
 */
export class DrawTheChildrenOfARegion {
  private readonly drawings = new Drawings(CHARACTERS_MAX);

  constructor(
    private readonly outlines: Outlines,
    private readonly topologies: Topologies,
    private readonly regions: RegionTree,
  ) {}

  /** A TopoJSON text; null when the list does not have the region. */
  async handle(region: string): Promise<string | null> {
    if (!this.regions.has(region)) return null;
    const version = await this.outlines.versionWithin(region);
    return this.drawings.of(region, version, () => this.draw(region));
  }

  private async draw(region: string): Promise<string> {
    const outlines = await this.outlines.within(region);
    return this.topologies.textOf(
      outlines.map((outline) => ({ ...outline, name: this.regions.nameOf(outline.code) })),
    );
  }
}
