import type { Place } from '../../model/place.js';
import { useVisit } from '../../page/visit.js';
import { Go } from '../../parts/go.js';

type Step = readonly [name: string, to: Partial<Place>];

const ANY = { channel: null, channelCode: null, campaign: null } as const;

/** From all channels down to the one that is shown. */
export const Trail = () => {
  const { place, shown } = useVisit();
  const { channels } = shown.words;
  const { channel, channelCode, campaign } = place;
  const steps: readonly Step[] = [
    [channels.all, { ...ANY, funnelCut: 'channel' }],
    ...(channel === null
      ? []
      : [[shown.code(channel), { ...ANY, channel, funnelCut: 'channel-code' }] as const]),
    ...(channelCode === null ? [] : [[channelCode, { campaign: null, funnelCut: 'campaign' }] as const]),
    ...(campaign === null ? [] : [[campaign, { funnelCut: 'month' }] as const]),
  ];
  return (
    <nav class="breadcrumb" aria-label={channels.trail}>
      <ol>
        {steps.map(([name, to], index) => (
          <li key={name} aria-current={index === steps.length - 1 ? 'true' : undefined}>
            {index === steps.length - 1 ? name : <Go to={to}>{name}</Go>}
          </li>
        ))}
      </ol>
    </nav>
  );
};
