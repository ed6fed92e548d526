import { kinds } from '#libs/contracts';
import { Example, pageOf, placeAfter, Problem, Public, query, type Page } from '#libs/http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LookUpRegions } from '../../use-cases/look-up-regions.js';
import { RegionView, RegionsView, type ListedRegionView } from './region-view.js';
import { RegionsQuery } from './regions-query.js';

const COUNTRY = 'ID';

/** The regions of the country, for everyone. */
@ApiTags('regions')
@Public()
@Controller('v1/regions')
export class RegionsController {
  constructor(private readonly regions: LookUpRegions) {}

  /** The children of a region by code; with `q` whatever below it has that name or code, larger regions first. */
  @Get()
  @Example({ within: '33', q: 'Surakarta' })
  @ApiOkResponse({ type: RegionsView })
  list(@Query(query(RegionsQuery)) asked: RegionsQuery): Page<ListedRegionView> {
    const { within = COUNTRY, q: text = null, limit } = asked;
    const [after = null] = placeAfter(asked.after, [kinds.region.accepts]) ?? [];
    const found = this.regions.list({ within, text, after, limit: limit + 1 });
    if (found === null)
      throw Problem.refused(['unknown-region'], [{ path: 'within', reason: 'unknown-region' }]);
    return pageOf(found, limit, ({ code }) => [code]);
  }

  /** A region with its name, level and all above it. */
  @Get(':code')
  @Example({ code: '33.72' })
  @ApiOkResponse({ type: RegionView })
  one(@Param('code') code: string): RegionView {
    const region = this.regions.one(code);
    if (region === null) throw Problem.notFound();
    return region;
  }
}
