import { Allow, CurrentActor, Example, Problem, type Actor } from '#libs/http';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Freshness } from '../../use-cases/freshness.js';
import { ListPublishedFigures } from '../../use-cases/list-published-figures.js';
import { ShowAPublishedFigure } from '../../use-cases/show-a-published-figure.js';
import { listedPublishedView, PublishedListView, PublishedView, publishedView } from './published-view.js';
import { referenceId } from './reference-answers.js';

/** What newspapers printed, beside what events say of the same day: for analysts, within their regions. */
@ApiTags('references')
@Controller('v1/published')
export class PublishedController {
  constructor(
    private readonly show: ShowAPublishedFigure,
    private readonly figures: ListPublishedFigures,
    private readonly freshness: Freshness,
  ) {}

  /** Which figures there are, in the order of the papers that printed them. */
  @Get()
  @Allow('analyst')
  @ApiOkResponse({ type: PublishedListView })
  list(@CurrentActor() { regions: reach }: Actor): PublishedListView {
    return { items: this.figures.handle(reach).map(listedPublishedView) };
  }

  /** A printed figure beside ours, and worked out again from what was printed with it. */
  @Get(':id')
  @Example({ id: 'national-informal-2015' })
  @Allow('analyst')
  @ApiOkResponse({ type: PublishedView })
  async one(
    @Param('id', referenceId) id: string,
    @CurrentActor() { regions: reach }: Actor,
  ): Promise<PublishedView> {
    const [freshness, found] = await this.freshness.before(() => this.show.handle(id, reach));
    if (found === null) throw Problem.notFound();
    if (found === 'outside-regions') throw Problem.forbidden(found);
    return { ...publishedView(found), freshness };
  }
}
