import { Clock } from '#libs/kernel';
import type { Provider } from '@nestjs/common';
import { PublishedController } from './inbound/http/published.controller.js';
import { TargetProgressController } from './inbound/http/target-progress.controller.js';
import { RecordedPublishedFigures } from './outbound/published/recorded-published-figures.js';
import { Benefits } from './use-cases/benefits.js';
import { CoverageCells } from './use-cases/coverage-cells.js';
import { ListPublishedFigures } from './use-cases/list-published-figures.js';
import { PublishedFigures } from './use-cases/published-figures.js';
import { References } from './use-cases/references.js';
import { ShowAPublishedFigure } from './use-cases/show-a-published-figure.js';
import { ShowTheProgressOfATarget } from './use-cases/show-the-progress-of-a-target.js';

/** Figures held against what others aim at and what newspapers printed. */
export const comparisonControllers = [TargetProgressController, PublishedController];

/** On top of the clock, cells, references and benefits. */
export const comparisonProviders: Provider[] = [
  { provide: PublishedFigures, useClass: RecordedPublishedFigures },
  {
    provide: ListPublishedFigures,
    inject: [PublishedFigures],
    useFactory: (published: PublishedFigures) => new ListPublishedFigures(published),
  },
  {
    provide: ShowAPublishedFigure,
    inject: [PublishedFigures, CoverageCells, References, Benefits],
    useFactory: (...given: ConstructorParameters<typeof ShowAPublishedFigure>) =>
      new ShowAPublishedFigure(...given),
  },
  {
    provide: ShowTheProgressOfATarget,
    inject: [CoverageCells, References, Clock],
    useFactory: (...given: ConstructorParameters<typeof ShowTheProgressOfATarget>) =>
      new ShowTheProgressOfATarget(...given),
  },
];
