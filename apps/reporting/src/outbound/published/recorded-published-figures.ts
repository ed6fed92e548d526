import { readFileSync } from 'node:fs';
import type { Article, PublishedFigure } from '../../domain/published/published-figure.js';
import { PublishedFigures } from '../../use-cases/published-figures.js';

const FILE = new URL('published-figures.json', import.meta.url);

interface Recorded {
  readonly articles: Readonly<Record<PublishedFigure['source'], Article>>;
  readonly figures: readonly PublishedFigure[];
}

/** The figures that come with the service, read once. */
export class RecordedPublishedFigures extends PublishedFigures {
  private readonly recorded = JSON.parse(readFileSync(FILE, 'utf8')) as Recorded;

  override all(): readonly PublishedFigure[] {
    return this.recorded.figures;
  }

  override articleOf({ source }: PublishedFigure): Article {
    return this.recorded.articles[source]!;
  }
}
