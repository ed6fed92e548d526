import { Controller, Get, Header, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import {
  Allow,
  Batcher,
  CurrentActor,
  CurrentCause,
  Problem,
  refusalOf,
  StatedAt,
  uuid,
  type Actor,
  type RequestCause,
} from '#libs/http';
import { ErasePerson } from '../../use-cases/erase-person.js';
import type { ErasureCommand } from '../../use-cases/persons.js';
import { ShowPersonData } from '../../use-cases/show-person-data.js';
import { ErasureAnswer, PersonDataAnswer } from './person.answers.js';

type Outcome = Awaited<ReturnType<ErasePerson['handle']>>[number];

/** The rights of persons over their data (UU 27/2022); each use is put on record. */
@Controller('v1/persons/:personId')
@Allow('privacy-officer')
export class PersonsController {
  private readonly batcher: Batcher<ErasureCommand, Outcome>;

  constructor(
    erasePerson: ErasePerson,
    private readonly showData: ShowPersonData,
  ) {
    this.batcher = new Batcher((batch) => erasePerson.handle(batch));
  }

  /**
   * Destroys the key under which the person's data lies, and the token by which the NIK was known. Open memberships end
   * first; figures and ledger stay. Again, it changes nothing. 404 for a person who is not there; 422 for one who turned
   * out to be somebody else: erase that person.
   */
  @Post('erasure')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Erase what identifies a person' })
  @ApiOkResponse({ type: ErasureAnswer })
  @ApiUnprocessableEntityResponse({ description: 'The person turned out to be somebody else.' })
  async erase(
    @Param('personId', uuid) personId: string,
    @CurrentActor() { subject }: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ): Promise<ErasureAnswer> {
    const outcome = await this.batcher.submit({ ...cause, personId, actor: subject, recordedAt });
    if (outcome.kind === 'refused')
      throw outcome.reason === 'person-unknown' ? Problem.notFound() : refusalOf(outcome.reason);
    return { personId, status: 'erased' };
  }

  /** The data of a person and the trail of its processing. 404 for a person who is not there. */
  @Get('data')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What is kept of a person, and what was done with it' })
  @ApiOkResponse({ type: PersonDataAnswer })
  async data(
    @Param('personId', uuid) personId: string,
    @CurrentActor() { subject }: Actor,
  ): Promise<PersonDataAnswer> {
    const found = await this.showData.handle(personId, subject);
    if (found === null) throw Problem.notFound();
    return found;
  }
}
