import type { Benefits } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import { benefitDefinition, type BenefitMetric, type BenefitSum } from '../../explain/of-benefits.js';
import { useVisit } from '../../page/visit.js';
import { NumberButton } from '../../parts/number.js';

interface Props {
  readonly metric: BenefitMetric;
  readonly of: Answered<Benefits>;
  readonly sum: BenefitSum;
  readonly isTabStop?: boolean;
}

/** A number of a sum of benefits: rupiah, or the claims on which they were paid. */
export const BenefitNumber = ({ metric, of, sum, isTabStop = true }: Props) => {
  const { shown } = useVisit();
  const text = metric === 'amount' ? shown.rupiah(sum.amount) : shown.whole(sum.claims);
  return (
    <NumberButton
      text={text}
      isTabStop={isTabStop}
      define={() => benefitDefinition(metric, { of, sum }, shown)}
    />
  );
};
