import {
  Allow,
  anyBody,
  CurrentActor,
  Example,
  LargeBody,
  Problem,
  Public,
  query,
  unlessHeld,
  type Actor,
  type BodySize,
  type FastifyReply,
  type FastifyRequest,
} from '#libs/http';
import { Body, Controller, Get, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DrawTheChildrenOfARegion } from '../../../use-cases/draw-the-children-of-a-region.js';
import { KeepOutlinesOfFile, type Flaw } from '../../../use-cases/keep-outlines-of-file.js';
import { OUTLINES_FILE, REGIONS_TOPOLOGY } from './map-schemas.js';
import { RegionOutlinesQuery } from './outlines-query.js';
import { KeptOutlinesView, keptOutlinesView } from './outlines-view.js';

const COUNTRY = 'ID';

/** The regencies of the country, or the villages of a province, as finely as anybody draws them. */
const FILE_SIZE: BodySize = {
  bytesMax: 16_777_216,
  partsMax: { values: 5_000_000, items: 1_000_000, members: 1_000 },
};

const problemOf = ({ reason, path }: Flaw): Problem => {
  if (reason === 'too-large') return Problem.tooLarge();
  return Problem.malformed(path.length === 0 ? [] : [{ path: path.join('.'), reason }]);
};

/** What regions look like on a map, for everyone. */
@ApiTags('regions')
@Public()
@Controller('v1/region-outlines')
export class RegionOutlinesController {
  constructor(
    private readonly keepOutlines: KeepOutlinesOfFile,
    private readonly drawChildren: DrawTheChildrenOfARegion,
  ) {}

  /**
   * Keeps the outlines of a map, GeoJSON or TopoJSON up to 16 MiB, in degrees, with the code of its region among the
   * properties of each. They take the place of those of the same regions; others stay. A code that is not in the list
   * stops no other and is named in the answer; a ring that is open or too short, or anything else that is no outline, is a
   * 400 that says where, and nothing of the file is kept.
   */
  @Put()
  @Allow('operator')
  @LargeBody(FILE_SIZE)
  @ApiBody({ schema: OUTLINES_FILE })
  @ApiOkResponse({ type: KeptOutlinesView })
  async put(
    @Body(anyBody) file: unknown,
    @CurrentActor() { regions: reach }: Actor,
  ): Promise<KeptOutlinesView> {
    const answer = await this.keepOutlines.handle(file, reach);
    if (answer.kind === 'flawed') throw problemOf(answer.flaw);
    return keptOutlinesView(answer.answers);
  }

  /** Outlines of the children of a region, as TopoJSON: one layer, `regions`, with `code` and `name` of each. */
  @Get()
  @Example({ within: '33' })
  @ApiOkResponse({ schema: REGIONS_TOPOLOGY })
  async within(
    @Query(query(RegionOutlinesQuery)) { within = COUNTRY }: RegionOutlinesQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const topology = await this.drawChildren.handle(within);
    if (topology === null)
      throw Problem.refused(['unknown-region'], [{ path: 'within', reason: 'unknown-region' }]);
    void reply.type('application/json; charset=utf-8');
    return unlessHeld(request, reply, topology, topology);
  }
}
