import type { Proof } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { verdictDefinition } from '../../explain/of-proof.js';
import { useVisit } from '../../page/visit.js';
import { NumberButton } from '../../parts/number.js';
import { proofText } from '../../words/proof-text.js';

/** Whether the figures are proven, and where they are not. */
export const Verdict = ({ of }: { readonly of: Answered<Proof> }) => {
  const { shown, today } = useVisit();
  const { words, whole } = shown;
  const { body: proof } = of;
  return (
    <>
      <p class={proof.proven ? 'proof is-proven' : 'proof is-unproven'} role="status">
        <NumberButton
          class="is-sentence"
          text={proofText(proof, shown, today)}
          define={() => verdictDefinition(of, shown)}
        />
      </p>
      <ul>
        {proof.flaws.map(({ topic, partition, event, explanation }) => (
          <li key={`${topic} ${partition} ${event}`}>
            {words.proof.flaw(topic, whole(partition), whole(event))}: {explanation}
          </li>
        ))}
        {proof.waived.map(({ topic, partition, offset, reason }) => (
          <li key={`${topic} ${partition} ${offset}`}>
            {words.proof.waived(topic, whole(partition), whole(offset))}: {reason}
          </li>
        ))}
      </ul>
    </>
  );
};
