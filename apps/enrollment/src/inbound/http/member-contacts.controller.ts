import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { Allow, CurrentActor, Problem, uuid, type Actor } from '#libs/http';
import { ShowContactToWhoeverReminds } from '../../use-cases/show-contact-to-whoever-reminds.js';
import { maySee } from './sign-up.access.js';

/** How a member can be reached, as it was stated at the sign-up. */
export class MemberContactAnswer {
  @ApiProperty({ format: 'uuid' }) membershipId!: string;
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty() fullName!: string;
  @ApiProperty({ type: String, nullable: true }) mobile!: string | null;
  @ApiProperty({ type: String, nullable: true }) email!: string | null;
}

/** For whoever reminds members: reminders on the topic say nothing of the person. */
@Controller('v1/memberships')
@Allow('officer', 'channel')
export class MemberContactsController {
  constructor(private readonly showContact: ShowContactToWhoeverReminds) {}

  /** To officers of the region and to the channel that signed the member up; each answer is on record. 404 for others. */
  @Get(':membershipId/contact')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'How a member can be reached, to be reminded' })
  @ApiOkResponse({ type: MemberContactAnswer })
  async contact(
    @Param('membershipId', uuid) membershipId: string,
    @CurrentActor() actor: Actor,
  ): Promise<MemberContactAnswer> {
    const found = await this.showContact.handle(membershipId, actor.subject, (of) => maySee(actor, of));
    if (found === null) throw Problem.notFound();
    return found;
  }
}
