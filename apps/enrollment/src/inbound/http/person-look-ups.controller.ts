import { Body, Controller, Header, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Is, kinds } from '#libs/contracts';
import { Allow, body, CurrentActor, Problem, reaches, type Actor } from '#libs/http';
import { LookUpPersonByNik } from '../../use-cases/look-up-person-by-nik.js';
import { LOOK_RETRY_AFTER_SECONDS } from './look-limit.js';
import { FoundPersonAnswer } from './person.answers.js';

const NIK_CHARACTERS_MAX = 16;

/** Whom an officer looks for. The number stands in the body: addresses are logged. */
export class LookUpRequest {
  @Is(kinds.text(NIK_CHARACTERS_MAX)) nik!: string;
}

/** The one way to find a person by the NIK: for officers of the region, each look on record, and not without end. */
@Controller('v1/person-look-ups')
@Allow('officer')
export class PersonLookUpsController {
  constructor(private readonly lookUp: LookUpPersonByNik) {}

  /** 404 for a number that nobody has, or whose holder lives elsewhere; 429 for more than work at a counter needs. */
  @Post()
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Find who has a NIK' })
  @ApiOkResponse({ type: FoundPersonAnswer })
  @ApiNotFoundResponse({ description: 'Nobody whom the token may see has it.' })
  async find(
    @Body(body(LookUpRequest)) { nik }: LookUpRequest,
    @CurrentActor() actor: Actor,
  ): Promise<FoundPersonAnswer> {
    const found = await this.lookUp.find(nik, actor.subject, (residence) => reaches(actor, residence));
    if (found === 'too-many') throw Problem.tooMany(LOOK_RETRY_AFTER_SECONDS);
    if (found === null) throw Problem.notFound();
    return found;
  }
}
