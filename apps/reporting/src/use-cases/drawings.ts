interface Drawing {
  readonly version: number;
  readonly text: Promise<string>;
  /** Of the text; 0 until it is drawn. */
  characters: number;
}

/** What was drawn lately, one drawing of each region, as long as there is room. */
export class Drawings {
  /** Whatever was not asked for longest stands first. */
  private readonly byRegion = new Map<string, Drawing>();

  constructor(private readonly charactersMax: number) {}

  /** The drawing of this version; made now, once however many ask meanwhile, unless it is there. */
  async of(region: string, version: number, draw: () => Promise<string>): Promise<string> {
    const known = this.byRegion.get(region);
    const drawing = known?.version === version ? known : { version, text: draw(), characters: 0 };
    this.byRegion.delete(region);
    this.byRegion.set(region, drawing);
    try {
      const text = await drawing.text;
      if (drawing.characters === 0) this.makeRoom(drawing, text.length);
      return text;
    } catch (error) {
      if (this.byRegion.get(region) === drawing) this.byRegion.delete(region);
      throw error;
    }
  }

  private makeRoom(drawing: Drawing, characters: number): void {
    drawing.characters = characters;
    let held = [...this.byRegion.values()].reduce((sum, one) => sum + one.characters, 0);
    for (const [region, { characters: freed }] of this.byRegion) {
      if (held <= this.charactersMax) return;
      this.byRegion.delete(region);
      held -= freed;
    }
  }
}
