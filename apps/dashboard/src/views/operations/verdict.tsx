import type { Proof } from '../../api/answers.js';
import { useVisit } from '../../page/visit.js';
import { proofText } from '../../words/proof-text.js';

/** Whether the figures are proven, and where they are not. */
export const Verdict = ({ proof }: { readonly proof: Proof }) => {
  const { shown, today } = useVisit();
  const { words, whole } = shown;
  return (
    <>
      <p class={proof.proven ? 'proof is-proven' : 'proof is-unproven'} role="status">
        {proofText(proof, shown, today)}
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
