import { Clock, Ids } from '#libs/kernel';
import { EventLog, KAFKA, WritePath, type KafkaClient } from '#libs/messaging';
import { Database } from '#libs/persistence';
import { Logger, type Provider } from '@nestjs/common';
import { RegionTree } from './domain/regions/region-tree.js';
import { CoverageController } from './inbound/http/coverage/coverage.controller.js';
import { CoverageQuestions } from './inbound/http/coverage/coverage-questions.js';
import { StreamController } from './inbound/http/coverage/stream.controller.js';
import { FreshnessController } from './inbound/http/freshness.controller.js';
import { ContributionsListener } from './inbound/kafka/contributions.listener.js';
import { MembersListener } from './inbound/kafka/members.listener.js';
import { PublishingRounds } from './inbound/timer/publishing-rounds.js';
import { ReadingRounds } from './inbound/timer/reading-rounds.js';
import { ReferenceRounds } from './inbound/timer/reference-rounds.js';
import { PostgresChangedRegions } from './outbound/persistence/postgres-changed-regions.js';
import { PostgresCoverageCells } from './outbound/persistence/postgres-coverage-cells.js';
import { PostgresPersonHistories } from './outbound/persistence/postgres-person-histories.js';
import { PostgresReadingPlaces } from './outbound/persistence/postgres-reading-places.js';
import { RollUp } from './outbound/persistence/roll-up.js';
import { RollUpLoop } from './outbound/persistence/roll-up-loop.js';
import { loadRegions } from './outbound/regions/load-regions.js';
import { AnswerCoverageQuestion } from './use-cases/answer-coverage-question.js';
import {
  CountCoverageWhenFactsArrive,
  PersonHistories,
} from './use-cases/count-coverage-when-facts-arrive.js';
import { CountRows } from './use-cases/count-rows.js';
import { CoverageCells } from './use-cases/coverage-cells.js';
import { DrawCoverageOverTime } from './use-cases/draw-coverage-over-time.js';
import { ExplainWhyAFigureDiffers } from './use-cases/explain-why-a-figure-differs.js';
import { FiguresMoved } from './use-cases/figures-moved.js';
import { Freshness } from './use-cases/freshness.js';
import {
  ChangedRegions,
  PublishCoverageWhenFiguresMove,
} from './use-cases/publish-coverage-when-figures-move.js';
import { References } from './use-cases/references.js';
import { ResolveAskedRegions } from './use-cases/resolve-asked-regions.js';
import { ShowThePublic } from './use-cases/show-the-public.js';
import { WatchCoverage } from './use-cases/watch-coverage.js';
import { WatchTheReading } from './use-cases/watch-the-reading.js';

/** The name of the consumer: its group, and its rows among the positions. */
export const CONSUMER = 'reporting';

/** What can be asked about coverage, and what is read for it. */
export const coverageControllers = [
  CoverageController,
  StreamController,
  FreshnessController,
  MembersListener,
  ContributionsListener,
];

const logger = new Logger('Reporting');
const failed = (error: unknown) =>
  logger.error(error instanceof Error ? (error.stack ?? error.message) : error);

const stores: Provider[] = [
  { provide: RegionTree, useFactory: loadRegions },
  {
    provide: RollUpLoop,
    inject: [Database],
    useFactory: (database: Database) => new RollUpLoop({ rollUp: new RollUp(database), failed }),
  },
  { provide: FiguresMoved, useExisting: RollUpLoop },
  {
    provide: PersonHistories,
    inject: [WritePath, RollUpLoop],
    useFactory: (writes: WritePath, rollUp: RollUpLoop) => new PostgresPersonHistories(writes, rollUp),
  },
  {
    provide: CoverageCells,
    inject: [Database, RegionTree],
    useFactory: (database: Database, tree: RegionTree) => new PostgresCoverageCells(database, tree),
  },
  {
    provide: WatchTheReading,
    inject: [Database, KAFKA],
    useFactory: (database: Database, kafka: KafkaClient) =>
      new WatchTheReading(
        new PostgresReadingPlaces(database, kafka, CONSUMER),
        () => performance.now(),
        failed,
      ),
  },
  { provide: Freshness, useExisting: WatchTheReading },
  {
    provide: ChangedRegions,
    inject: [Database, WritePath, EventLog, Clock, Ids],
    useFactory: (database: Database, writes: WritePath, events: EventLog, clock: Clock, ids: Ids) =>
      new PostgresChangedRegions(database, writes, events, { clock, ids }),
  },
];

const useCases: Provider[] = [
  {
    provide: CountCoverageWhenFactsArrive,
    inject: [PersonHistories, RegionTree],
    useFactory: (histories: PersonHistories, tree: RegionTree) =>
      new CountCoverageWhenFactsArrive(histories, tree),
  },
  {
    provide: ResolveAskedRegions,
    inject: [RegionTree, References],
    useFactory: (tree: RegionTree, references: References) => new ResolveAskedRegions(tree, references),
  },
  {
    provide: CountRows,
    inject: [CoverageCells, RegionTree],
    useFactory: (cells: CoverageCells, tree: RegionTree) => new CountRows(cells, tree),
  },
  {
    provide: AnswerCoverageQuestion,
    inject: [CountRows, References, Freshness, RegionTree],
    useFactory: (...given: ConstructorParameters<typeof AnswerCoverageQuestion>) =>
      new AnswerCoverageQuestion(...given),
  },
  {
    provide: ShowThePublic,
    inject: [AnswerCoverageQuestion, RegionTree],
    useFactory: (answer: AnswerCoverageQuestion, tree: RegionTree) => new ShowThePublic(answer, tree),
  },
  {
    provide: DrawCoverageOverTime,
    inject: [CoverageCells, References],
    useFactory: (cells: CoverageCells, references: References) => new DrawCoverageOverTime(cells, references),
  },
  {
    provide: ExplainWhyAFigureDiffers,
    inject: [CoverageCells],
    useFactory: (cells: CoverageCells) => new ExplainWhyAFigureDiffers(cells),
  },
  {
    provide: WatchCoverage,
    inject: [AnswerCoverageQuestion, FiguresMoved, Clock],
    useFactory: (answer: AnswerCoverageQuestion, moved: FiguresMoved, clock: Clock) =>
      new WatchCoverage(answer, moved, clock, failed),
  },
  {
    provide: CoverageQuestions,
    inject: [ResolveAskedRegions, Clock],
    useFactory: (resolve: ResolveAskedRegions, clock: Clock) => new CoverageQuestions(resolve, clock),
  },
  {
    provide: PublishCoverageWhenFiguresMove,
    inject: [ChangedRegions, CoverageCells, AnswerCoverageQuestion, Clock, RegionTree],
    useFactory: (
      changed: ChangedRegions,
      cells: CoverageCells,
      answer: AnswerCoverageQuestion,
      clock: Clock,
      tree: RegionTree,
    ) => new PublishCoverageWhenFiguresMove(changed, cells, answer, { clock, tree }),
  },
];

/** What goes on by itself; left out where a test does it step by step. */
export const coverageSchedule: Provider[] = [PublishingRounds, ReadingRounds, ReferenceRounds];

/** On top of the database, the write path, the event log, the clock, ids and references. */
export const coverageProviders: Provider[] = [...stores, ...useCases];
