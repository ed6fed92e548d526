import { askProof } from '../../api/asks.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { WhenThere } from '../../parts/part.js';
import { ViewHeading } from '../../parts/view-heading.js';
import { FlowTable } from './flow-table.js';
import { LOOK_EVERY_MS } from './look-every.js';
import { ParkedMessages } from './parked-messages.js';
import { ProofTable } from './proof-table.js';
import { Rebuilds } from './rebuilds.js';
import { Verdict } from './verdict.js';

/** Proof is for analysts. */
const ProofOfPartitions = () => {
  const { shown, isAnalyst } = useVisit();
  const part = useAnswer(isAnalyst ? askProof : null, { everyMs: LOOK_EVERY_MS });
  if (part.kind === 'absent') return <p class="quiet">{shown.words.failures['not-allowed']}</p>;
  return (
    <WhenThere of={part}>
      {(answered) => (
        <>
          <Verdict of={answered} />
          <ProofTable of={answered} />
        </>
      )}
    </WhenThere>
  );
};

/** How far the topics are read, whether what was read is proven, how a rebuild goes, and what was set aside. */
export const OperationsView = () => {
  const { shown, roles } = useVisit();
  const { words } = shown;
  return (
    <>
      <ViewHeading title={words.views.operations} of={null} />
      <FlowTable />
      <section class="panel" aria-labelledby="proof-title">
        <h2 id="proof-title">{words.proof.title}</h2>
        <ProofOfPartitions />
      </section>
      {roles.includes('operator') && (
        <>
          <Rebuilds />
          <ParkedMessages />
        </>
      )}
    </>
  );
};
