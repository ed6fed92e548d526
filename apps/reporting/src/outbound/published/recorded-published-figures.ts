import { readFileSync } from 'node:fs';
import type { PublishedFigure } from '../../domain/published/published-figure.js';
import { PublishedFigures } from '../../use-cases/published-figures.js';

const FILE = new URL('published-figures.json', import.meta.url);

/** The figures that come with the service, read once. */
export class RecordedPublishedFigures extends PublishedFigures {
  private readonly figures: readonly PublishedFigure[];

  constructor() {
    super();
    this.figures = (
      JSON.parse(readFileSync(FILE, 'utf8')) as { figures: readonly PublishedFigure[] }
    ).figures;
  }

  override all(): readonly PublishedFigure[] {
    return this.figures;
  }
}
