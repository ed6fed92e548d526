import type { TargetDetail, Targets } from '../../api/answers.js';
import { askFigure, askTargets } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { liesIn } from '../../model/regions.js';
import { bodyOf, useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { WhenThere } from '../../parts/part.js';
import { Table } from '../../parts/table.js';
import { ViewHeading } from '../../parts/view-heading.js';
import { Denominators } from './denominators.js';
import { Entry } from './entry.js';
import { Import } from './import.js';
import { TargetLine } from './target-line.js';

/** Whether a target speaks of a region: of itself, of what lies in it, or of a set that it belongs to. */
const concerns = ({ regions }: TargetDetail, region: string): boolean =>
  regions.some((code) => liesIn(code, region.split(',')) || region === code);

const TargetsTable = ({ of }: { readonly of: Answered<Targets> }) => {
  const { shown, place } = useVisit();
  const { words } = shown;
  const targets = of.body.items.filter((target) => concerns(target, place.region));
  const { progress } = words;
  if (targets.length === 0) return <p class="quiet">{words.targets.none}</p>;
  const columns = [
    words.targetTitle,
    progress.reached,
    progress.needed,
    progress.neededPerDay,
    progress.pacePerDay,
    progress.projectedOn,
  ];
  return (
    <Table caption={words.targets.title} columns={columns} hasNumbers>
      {targets.map((target, index) => (
        <TargetLine key={target.id} of={of} target={target} isFirst={index === 0} />
      ))}
    </Table>
  );
};

/** All targets of a region with their progress, and the counts that they are measured by. */
export const TargetsView = () => {
  const { place, shown, roles } = useVisit();
  const figure = bodyOf(useAnswer(askFigure(place)));
  const { words } = shown;
  return (
    <>
      <ViewHeading title={words.targets.title} of={figure && { row: figure.rows[0], asOf: figure.asOf }} />
      <section class="panel" aria-label={words.targets.title}>
        <WhenThere of={useAnswer(askTargets)}>{(answered) => <TargetsTable of={answered} />}</WhenThere>
      </section>
      <Denominators />
      {roles.includes('planner') && (
        <>
          <Entry />
          <Import />
        </>
      )}
    </>
  );
};
