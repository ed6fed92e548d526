import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow } from '#libs/http';
import { occupationGroupOf, OCCUPATIONS, sectorOfOccupation } from '#libs/kernel';
import { OccupationsAnswer } from './register.answers.js';

const LIST: OccupationsAnswer = {
  occupations: OCCUPATIONS.map((code) => ({
    code,
    group: occupationGroupOf(code),
    sector: sectorOfOccupation(code),
  })),
};

/** The occupations that sign-ups may state. Other codes are kept too, and count in the group `other`. */
@Controller('v1/occupations')
@Allow('officer', 'channel')
export class OccupationsController {
  @Get()
  @ApiOperation({ summary: 'The occupations, each with its group and sector' })
  @ApiOkResponse({ type: OccupationsAnswer })
  list(): OccupationsAnswer {
    return LIST;
  }
}
