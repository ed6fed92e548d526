import type { Article, PublishedFigure } from '../domain/published/published-figure.js';

/** A figure with the article that prints it. */
export interface FigureInPrint {
  readonly figure: PublishedFigure;
  readonly article: Article;
}

/** What newspapers printed. */
export abstract class PublishedFigures {
  abstract all(): readonly PublishedFigure[];
  /** The article that prints a figure. */
  abstract articleOf(figure: PublishedFigure): Article;
}
