import type { PublishedFigure } from '../domain/published/published-figure.js';

/** What newspapers printed. */
export abstract class PublishedFigures {
  abstract all(): readonly PublishedFigure[];
}
