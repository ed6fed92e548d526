import type { Coverage, Row } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { aimOf } from '../../explain/aim.js';
import type { StatedTarget } from '../../explain/inputs.js';
import { definitionOf } from '../../explain/of-figure.js';
import { useVisit } from '../../page/visit.js';
import { Sentence } from '../../parts/sentence.js';

interface Props {
  readonly of: Answered<Coverage>;
  readonly row: Row;
  readonly target: StatedTarget | null;
  /** What is said of the aim. */
  readonly say: (aim: string) => string;
  readonly sources?: readonly string[];
}

/** A sentence about the target of a figure, whose aim opens: `Kurang ke target 50%`. */
export const TargetSentence = ({ of, row, target, say, sources = [] }: Props) => {
  const { shown } = useVisit();
  if (row.target === null) return null;
  const { body: answer, address } = of;
  const define = () => definitionOf({ metric: 'target', answer, row, address }, shown, target);
  return <Sentence say={say} numbers={[{ text: aimOf(row.target, shown), define }]} sources={sources} />;
};
