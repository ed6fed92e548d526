import { stageDefinition, type StageOf } from '../../explain/of-funnel.js';
import { useVisit } from '../../page/visit.js';
import { NumberButton } from '../../parts/number.js';

interface Props extends StageOf {
  readonly text: string;
  readonly isTabStop: boolean;
}

/** A number of a funnel, which opens. */
export const StageNumber = ({ text, isTabStop, ...stage }: Props) => {
  const { shown } = useVisit();
  return <NumberButton text={text} isTabStop={isTabStop} define={() => stageDefinition(stage, shown)} />;
};
