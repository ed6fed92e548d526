import type { Reason } from '#libs/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { OutlineAnswer } from '../../../use-cases/keep-outlines-of-file.js';

/** An outline that was not kept, and why. */
export class RefusedOutlineView {
  @ApiProperty({ example: '33.99' }) code!: string;
  @ApiProperty({ type: String, example: 'unknown-region' }) reason!: Reason;
}

/** What became of a file: how many outlines it had, how many were kept, were so already, or were not kept. */
export class KeptOutlinesView {
  @ApiProperty({ type: 'integer' }) outlines!: number;
  @ApiProperty({ type: 'integer' }) recorded!: number;
  @ApiProperty({ type: 'integer' }) unchanged!: number;
  @ApiProperty({ type: 'integer' }) refused!: number;
  @ApiProperty({ type: [RefusedOutlineView] }) refusals!: readonly RefusedOutlineView[];
}

/** The file, and each outline of it that was refused. */
export const keptOutlinesView = (answers: readonly OutlineAnswer[]): KeptOutlinesView => {
  const refusals = answers.flatMap(({ code, outcome }) =>
    outcome.kind === 'refused' ? [{ code, reason: outcome.reason }] : [],
  );
  const recorded = answers.filter(({ outcome }) => outcome.kind === 'happened').length;
  return {
    outlines: answers.length,
    recorded,
    unchanged: answers.length - recorded - refusals.length,
    refused: refusals.length,
    refusals,
  };
};
