import type { components, paths } from './reporting.js';

type Schemas = components['schemas'];

/** `GET /v1/coverage`. */
export type Coverage = Schemas['CoverageView'];
/** One figure; null is what cannot be said, or what would betray fewer than ten persons (`masked`). */
export type Row = Schemas['RowView'];
/** A published count of people, with what it counts and where it stands. */
export type Denominator = NonNullable<Row['denominator']>;
/** A published aim. `value` is a ratio for `coverage`, otherwise persons; `needed` is persons still missing. */
export type Target = NonNullable<Row['target']>;
/** All persons of an answer; `overlap` is the sum of the parts less the persons. */
export type Total = Coverage['total'];
/** How far the figures have heard: the last recorded instant that is counted, and how far behind that is. */
export type Freshness = Schemas['FreshnessView'];
/** `GET /v1/coverage/series`: one point a month, at the month's last day. */
export type Series = Schemas['SeriesView'];
/** The figure of a day; null is what is masked or unknown. */
export type Point = Schemas['PointView'];
/** `GET /v1/coverage/changes`: why a figure about one day differs between two days of knowing. */
export type Changes = Schemas['ChangesView'];
/** `GET /v1/regions/{code}`: a region with all above it, from the country down. */
export type RegionInPlace = Schemas['RegionView'];
/** `GET /v1/region-outlines`: what the children of a region look like, those that have an outline. */
export type RegionOutlines =
  paths['/v1/region-outlines']['get']['responses'][200]['content']['application/json'];
/** What a target was stated of, and by whom. */
export type TargetDetail = Schemas['TargetView'];
export type Targets = Schemas['TargetsView'];
/** How far a target is, and how fast. */
export type Progress = Schemas['ProgressView'];
export type DenominatorDetail = Schemas['DenominatorView'];
export type Denominators = Schemas['DenominatorsView'];
/** `GET /v1/gaps`: the parts of a region ranked by what is missing there. */
export type Gaps = Schemas['GapsView'];
export type Gap = Gaps['rows'][number];
/** `GET /v1/funnel`: how many were reached, signed up, paid and stayed, in memberships. */
export type Funnel = Schemas['FunnelView'];
/** The same of a part, or of the whole. */
export type FunnelCounts = Omit<Funnel['rows'][number], 'part'>;
export type FunnelPart = Funnel['rows'][number];
export type Campaigns = Schemas['CampaignsView'];
export type Campaign = Campaigns['items'][number];
/** Benefits of a period, and of the one compared with. */
export type Benefits = Schemas['BenefitsView'];
/** A printed figure beside ours. */
export type Published = Schemas['PublishedView'];
export type PublishedList = Schemas['PublishedListView'];
/** A printed figure without ours. */
export type ListedPublished = Schemas['ListedPublishedView'];
/** `GET /v1/freshness`: how far each topic is read. */
export type Reading = Schemas['ReadingView'];
/** Whether the figures are made of just what their owners said. */
export type Proof = Schemas['ProofView'];
/** A count of people, or an aim, to be put on record. */
export type DenominatorRequest = Schemas['DenominatorRequest'];
export type TargetRequest = Schemas['TargetRequest'];
/** What became of a file of references. */
export type Imported = Schemas['ImportView'];
/** `GET /v1/rebuilds`: figures made anew beside the live ones, newest first. */
export type Rebuilds = Schemas['RebuildsView'];
export type Rebuild = Schemas['RebuildView'];
/** Messages that were set aside. */
export type Parked = Schemas['ParkedPageBody'];
/** One with its contents. */
export type ParkedWhole = Schemas['ParkedMessageBody'];
export type ParkedMessage = Schemas['ParkedBody'];
/** What became of one that was tried again or discarded; `waiting` was refused again. */
export type ParkedSettled = Schemas['ParkedSettledBody'];

/** The row as it is pushed, with the day that it speaks about. */
export type PushedRow = Row & { readonly asOf?: string };
