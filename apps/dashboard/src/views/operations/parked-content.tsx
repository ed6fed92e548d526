import { askParkedMessage } from '../../api/operator-asks.js';
import { useAnswer } from '../../page/answers.js';
import { WhenThere } from '../../parts/part.js';

/** A message with its contents, numbers of persons hidden behind placeholders. */
export const ParkedContent = ({ id }: { readonly id: string }) => (
  <WhenThere of={useAnswer(askParkedMessage(id))}>
    {({ body }) => <pre class="contents">{JSON.stringify(body.content, null, 2)}</pre>}
  </WhenThere>
);
