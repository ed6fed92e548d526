import type { Gaps, Target } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import type { Shown } from '../words/shown.js';
import type { Definition } from './definition.js';
import { ofTarget } from './inputs.js';
import { definitionOfAnswer, pinned } from './of-answer.js';

/** What is said of the target that is shared out among ranked regions. */
export const sharedTargetDefinition = (
  { address, body }: Answered<Gaps>,
  target: Target,
  shown: Shown,
): Definition => {
  const { words, day } = shown;
  return definitionOfAnswer(
    { address: pinned(address, body.asOf) },
    {
      title: words.targetTitle,
      meaning: words.definitions.target,
      inputs: [
        [words.place, `${body.whole.name ?? ''} (${body.whole.region ?? ''})`],
        [words.definitions.day, day(body.asOf)],
        ...ofTarget(target, null, shown),
      ],
      standing: { kind: 'heard', freshness: body.freshness },
    },
  );
};
