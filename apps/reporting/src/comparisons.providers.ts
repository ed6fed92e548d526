import { Clock } from '#libs/kernel';
import type { Provider } from '@nestjs/common';
import { RegionTree } from './domain/regions/region-tree.js';
import { GapsController } from './inbound/http/gaps/gaps.controller.js';
import { PublishedController } from './inbound/http/published.controller.js';
import { TargetProgressController } from './inbound/http/target-progress.controller.js';
import { RecordedPublishedFigures } from './outbound/published/recorded-published-figures.js';
import { AnswerCoverageQuestion } from './use-cases/answer-coverage-question.js';
import { Benefits } from './use-cases/benefits.js';
import { CountRows } from './use-cases/count-rows.js';
import { CoverageCells } from './use-cases/coverage-cells.js';
import { Funnel } from './use-cases/funnel.js';
import { ListPublishedFigures } from './use-cases/list-published-figures.js';
import { PublishedFigures } from './use-cases/published-figures.js';
import { RankWhereTheGapCloses } from './use-cases/rank-where-the-gap-closes.js';
import { References } from './use-cases/references.js';
import { ShowAPublishedFigure } from './use-cases/show-a-published-figure.js';
import { ShowTheProgressOfATarget } from './use-cases/show-the-progress-of-a-target.js';

/** Figures held against what others aim at and what newspapers printed. */
export const comparisonControllers = [TargetProgressController, PublishedController, GapsController];

/** On top of the clock, cells, counted rows and their answer, references, benefits and the funnel. */
export const comparisonProviders: Provider[] = [
  { provide: PublishedFigures, useClass: RecordedPublishedFigures },
  {
    provide: ListPublishedFigures,
    inject: [PublishedFigures],
    useFactory: (published: PublishedFigures) => new ListPublishedFigures(published),
  },
  {
    provide: ShowAPublishedFigure,
    inject: [PublishedFigures, CoverageCells, References, Benefits, Funnel],
    useFactory: (...given: ConstructorParameters<typeof ShowAPublishedFigure>) =>
      new ShowAPublishedFigure(...given),
  },
  {
    provide: ShowTheProgressOfATarget,
    inject: [CoverageCells, References, Clock],
    useFactory: (...given: ConstructorParameters<typeof ShowTheProgressOfATarget>) =>
      new ShowTheProgressOfATarget(...given),
  },
  {
    provide: RankWhereTheGapCloses,
    inject: [AnswerCoverageQuestion, CountRows, References, RegionTree],
    useFactory: (...given: ConstructorParameters<typeof RankWhereTheGapCloses>) =>
      new RankWhereTheGapCloses(...given),
  },
];
