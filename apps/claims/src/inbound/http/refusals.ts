import { PROBLEM_MEDIA_TYPE } from '#libs/http';
import { ApiResponse } from '@nestjs/swagger';

const MEANINGS = {
  404: 'There is nothing with this id that the token may see.',
  422: 'Understood, and refused by a rule.',
} as const;

/** Documents a problem that cannot be told from the route's path and body. */
export const MayAnswer = (status: keyof typeof MEANINGS) =>
  ApiResponse({
    status,
    description: MEANINGS[status],
    content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
  });
