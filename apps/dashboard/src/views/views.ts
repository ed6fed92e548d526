import type { FunctionComponent } from 'preact';
import type { View } from '../model/place.js';
import { BenefitsView } from './benefits/benefits-view.js';
import { ChannelsView } from './channels/channels-view.js';
import { GapView } from './gap/gap-view.js';
import { OperationsView } from './operations/operations-view.js';
import { Overview } from './overview/overview.js';
import { PublishedView } from './published/published-view.js';
import { TargetsView } from './targets/targets-view.js';

/** What each view shows; a new one is a line here, a name in `VIEWS` and its words. */
export const COMPONENT_OF: Readonly<Record<View, FunctionComponent>> = {
  overview: Overview,
  gap: GapView,
  channels: ChannelsView,
  targets: TargetsView,
  benefits: BenefitsView,
  published: PublishedView,
  operations: OperationsView,
};
