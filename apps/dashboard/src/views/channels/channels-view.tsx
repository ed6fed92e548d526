import type { Funnel } from '../../api/answers.js';
import { askFigure } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { askFunnel } from '../../api/funnel-asks.js';
import { bodyOf, useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { WhenThere } from '../../parts/part.js';
import { Printed } from '../../parts/printed.js';
import { ViewHeading } from '../../parts/view-heading.js';
import { CampaignsOnRecord } from './campaigns-on-record.js';
import { FunnelControls } from './funnel-controls.js';
import { PartsTable } from './parts-table.js';
import { StagesTable } from './stages-table.js';
import { Story } from './story.js';
import { Trail } from './trail.js';

const Shown = ({ of }: { readonly of: Answered<Funnel> }) => {
  const { words } = useVisit().shown;
  const { channels } = words;
  if (of.body.signedUp === 0) return <p class="quiet">{channels.nobody}</p>;
  return (
    <>
      <section class="panel is-narrow" aria-labelledby="stages-title">
        <h2 id="stages-title">{channels.funnel}</h2>
        <Story of={of} />
        <StagesTable of={of} />
        <p class="note">{channels.note}</p>
      </section>
      <section class="panel" aria-labelledby="parts-title">
        <h2 id="parts-title">{channels.parts}</h2>
        <PartsTable of={of} />
      </section>
    </>
  );
};

/** Whose memberships are followed, and by what they are told apart, as the form says it. */
const Choices = ({ of: { body } }: { readonly of: Answered<Funnel> }) => {
  const { place, shown } = useVisit();
  const { by, cuts, from, through } = shown.words.channels;
  return (
    <Printed
      choices={[
        [by, cuts[place.funnelCut]],
        [from, shown.day(body.from)],
        [through, shown.day(body.through)],
      ]}
    />
  );
};

/** How many came by which channel, campaign or event, who paid, who stayed, and where the others fell away. */
export const ChannelsView = () => {
  const { place, shown, today } = useVisit();
  const figure = bodyOf(useAnswer(askFigure(place)));
  const asked = useAnswer(today === null ? null : askFunnel(place, today));
  const part = asked.kind === 'absent' ? ({ kind: 'waiting' } as const) : asked; // for the day, before it can be asked
  return (
    <>
      <ViewHeading
        title={shown.words.channels.title}
        of={figure && { row: figure.rows[0], asOf: figure.asOf }}
      />
      <FunnelControls />
      <Trail />
      <WhenThere of={part}>
        {(answered) => (
          <>
            <Choices of={answered} />
            <Shown of={answered} />
          </>
        )}
      </WhenThere>
      <CampaignsOnRecord />
    </>
  );
};
