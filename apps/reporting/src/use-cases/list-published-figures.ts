import { reachesAll, type Reach } from '../domain/regions/reach.js';
import type { FigureInPrint, PublishedFigures } from './published-figures.js';

/** Which printed figures there are, as far as the asker sees all of their regions. */
export class ListPublishedFigures {
  constructor(private readonly published: PublishedFigures) {}

  handle(reach: Reach): readonly FigureInPrint[] {
    return this.published
      .all()
      .filter(({ regions }) => reachesAll(reach, regions))
      .map((figure) => ({ figure, article: this.published.articleOf(figure) }));
  }
}
