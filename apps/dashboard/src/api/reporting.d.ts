// Computed by npm run docs from what reporting says of itself; the dashboard's client is typed by it.

export interface paths {
  '/v1/coverage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['CoverageController_coverage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/coverage/series': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['CoverageController_series'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/coverage/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['CoverageController_changes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StreamController_stream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/freshness': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FreshnessController_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/denominators/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DenominatorsController_one'];
    put: operations['DenominatorsController_put'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/denominators': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DenominatorsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/targets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['TargetsController_one'];
    put: operations['TargetsController_put'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/targets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['TargetsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/areas/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['AreasController_put'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/areas': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['AreasController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/campaigns/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['CampaignsController_one'];
    put: operations['CampaignsController_put'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/campaigns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['CampaignsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/references/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReferencesImportController_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/regions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['RegionsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/regions/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['RegionsController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/benefits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['BenefitsController_sum'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/region-outlines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['RegionOutlinesController_within'];
    put: operations['RegionOutlinesController_put'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/targets/{id}/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['TargetProgressController_progress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/published': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PublishedController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/published/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PublishedController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/gaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['GapsController_gaps'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/funnel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FunnelController_funnel'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/proof': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ProofController_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/rebuilds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['RebuildsController_list'];
    put?: never;
    /** Rebuild the figures beside the live ones */
    post: operations['RebuildsController_begin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/rebuilds/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['RebuildsController_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/rebuilds/{id}/switch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let the new figures take the place of the old ones */
    post: operations['RebuildsController_switch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/rebuilds/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give the figures beside up */
    post: operations['RebuildsController_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/rebuilds/{id}/rollback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put the old figures back */
    post: operations['RebuildsController_rollback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/parked': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was set aside, and why */
    get: operations['ParkedController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/parked/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A parked message with its contents */
    get: operations['ParkedController_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/parked/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try a parked message again */
    post: operations['ParkedController_retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/parked/{id}/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a parked message up */
    post: operations['ParkedController_discard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    RowDenominatorView: {
      id: string;
      version: number;
      value: number;
      /** @description Whom it counts. */
      definition: string;
      /** Format: date */
      asOf: string;
      source: string;
    };
    RowTargetView: {
      id: string;
      version: number;
      /** @enum {string} */
      kind: 'coverage' | 'stock' | 'new';
      /** @description A share for a coverage target, otherwise persons. */
      value: number;
      /** @description Null for a share without a denominator, where masked, and to the public for new members. */
      needed: number | null;
    };
    RowView: {
      region: string | null;
      name: string | null;
      /** @description The slice, when it is not a region. */
      part: string | null;
      /** @description Null where it is masked. */
      persons: number | null;
      denominator: components['schemas']['RowDenominatorView'] | null;
      coverage: number | null;
      /** @example 44,24% */
      coverageText: string | null;
      gap: number | null;
      target: components['schemas']['RowTargetView'] | null;
      warnings?: string[];
      /** @description Fewer than ten persons, or such that it would tell of them. */
      masked?: boolean;
    };
    TotalView: {
      persons: number | null;
      sumOfParts: number | null;
      overlap: number | null;
      unmapped: number | null;
      masked?: boolean;
    };
    FreshnessView: {
      /** Format: date-time */
      recordedThrough: string | null;
      lagMs: number;
      /** @description Events in the figures, each once. */
      applied: number;
      /**
       * @description All that the log has is read and added up; some is not, but it goes on; some is not and nothing moves; nobody knows.
       * @enum {string}
       */
      reading: 'current' | 'behind' | 'standing-still' | 'unknown';
    };
    LinksView: {
      definition: string;
      proof: string;
      csv: string;
    };
    CoverageView: {
      /** Format: date */
      asOf: string;
      /** Format: date */
      knownOn: string | null;
      measure: string;
      graceMonths: number;
      rows: components['schemas']['RowView'][];
      total: components['schemas']['TotalView'];
      freshness: components['schemas']['FreshnessView'];
      links: components['schemas']['LinksView'];
      /** @description What has to be said of protected persons. */
      notice?: string;
    };
    PointView: {
      /** Format: date */
      on: string;
      persons: number;
      /** @description Null without a denominator for the day. */
      coverage: number | null;
    };
    SeriesView: {
      points: components['schemas']['PointView'][];
      freshness: components['schemas']['FreshnessView'];
      /** @description What has to be said of protected persons. */
      notice?: string;
    };
    ChangeView: {
      /**
       * @description `paid`: recorded by the first covered day; `paid-late`: after it.
       * @enum {string}
       */
      cause: 'registered' | 'paid' | 'paid-late' | 'reversed' | 'moved' | 'changed' | 'ended';
      /** @description Persons who came; who came and went on one day of recording are set against each other. */
      gained: number;
      lost: number;
      /** @description `gained` less `lost`. */
      persons: number;
    };
    ChangesView: {
      /** @description Codes, sorted and joined by commas. */
      region: string;
      /** Format: date */
      asOf: string;
      measure: string;
      graceMonths: number;
      /** Format: date */
      sinceKnownOn: string;
      /**
       * Format: date
       * @description Null: all that is known.
       */
      knownOn: string | null;
      /** @description Persons as known on `sinceKnownOn`. */
      before: number;
      /** @description Persons as known on `knownOn`. */
      after: number;
      /** @description `after` less `before`: the sum of all changes. */
      difference: number;
      /** @description One for each cause. */
      changes: components['schemas']['ChangeView'][];
      freshness: components['schemas']['FreshnessView'];
      /** @description What has to be said of protected persons. */
      notice?: string;
    };
    ReadTopicView: {
      topic: string;
      /** @description The next offset to be taken. */
      position: number;
      /** @description The next offset of the log. */
      end: number;
      lag: number;
      /** @description For how long a partition has stood still though messages wait; 0: none does. */
      stillMs: number;
    };
    ReadPartitionView: {
      topic: string;
      /** @description The next offset to be taken. */
      position: number;
      /** @description The next offset of the log. */
      end: number;
      lag: number;
      partition: number;
    };
    ReadingView: {
      /** Format: date-time */
      recordedThrough: string | null;
      lagMs: number;
      /** @description Events in the figures, each once. */
      applied: number;
      /**
       * @description All that the log has is read and added up; some is not, but it goes on; some is not and nothing moves; nobody knows.
       * @enum {string}
       */
      reading: 'current' | 'behind' | 'standing-still' | 'unknown';
      /** @description Offsets of all partitions added up. */
      topics: components['schemas']['ReadTopicView'][];
      partitions: components['schemas']['ReadPartitionView'][];
    };
    DenominatorRequest: {
      definition: string;
      regions: string[];
      /** @enum {string|null} */
      segment?: 'PU' | 'BPU' | 'JAKON' | 'PMI' | null;
      /** @enum {string|null} */
      occupation?:
        | 'other'
        | 'transport-and-delivery'
        | 'education-and-religion'
        | 'building-and-repair'
        | 'farming'
        | 'livestock'
        | 'fishery'
        | 'trade-and-food'
        | 'day-and-casual-work'
        | 'personal-and-household-services'
        | 'professions'
        | 'creative-arts-and-sports'
        | 'crafts-and-home-production'
        | 'social-and-other'
        | null;
      value: number;
      /** Format: date */
      asOf: string;
      source: string;
      /** @enum {string|null} */
      use?: 'default' | 'named' | null;
    };
    DenominatorView: {
      id: string;
      version: number;
      /** @description Codes, ascending. */
      regions: string[];
      /** Format: date-time */
      recordedAt: string;
      /** @enum {string|null} */
      segment: 'PU' | 'BPU' | 'JAKON' | 'PMI' | null;
      source: string;
      definition: string;
      /** @enum {string|null} */
      occupation:
        | 'other'
        | 'transport-and-delivery'
        | 'education-and-religion'
        | 'building-and-repair'
        | 'farming'
        | 'livestock'
        | 'fishery'
        | 'trade-and-food'
        | 'day-and-casual-work'
        | 'personal-and-household-services'
        | 'professions'
        | 'creative-arts-and-sports'
        | 'crafts-and-home-production'
        | 'social-and-other'
        | null;
      /** @description Persons. */
      value: number;
      /** Format: date */
      asOf: string;
      /** @enum {string} */
      use: 'default' | 'named';
    };
    DenominatorsView: {
      items: components['schemas']['DenominatorView'][];
      /** @description Ask for what follows with `after`. */
      next: string | null;
    };
    TargetRequest: {
      /** @enum {string} */
      kind: 'coverage' | 'stock' | 'new';
      value: number;
      base?: string | null;
      regions: string[];
      /** @enum {string|null} */
      segment?: 'PU' | 'BPU' | 'JAKON' | 'PMI' | null;
      /** Format: date */
      from?: string | null;
      /** Format: date */
      through?: string | null;
      publisher: string;
      source: string;
    };
    TargetView: {
      id: string;
      version: number;
      /** @description Codes, ascending. */
      regions: string[];
      /** Format: date-time */
      recordedAt: string;
      /** @enum {string|null} */
      segment: 'PU' | 'BPU' | 'JAKON' | 'PMI' | null;
      source: string;
      /** @enum {string} */
      kind: 'coverage' | 'stock' | 'new';
      /** @description A ratio of a coverage target, otherwise persons. */
      value: number;
      base: string | null;
      /** Format: date */
      from: string | null;
      /** Format: date */
      through: string | null;
      publisher: string;
    };
    TargetsView: {
      items: components['schemas']['TargetView'][];
      /** @description Ask for what follows with `after`. */
      next: string | null;
    };
    AreaRequest: {
      name: string;
      regions: string[];
      /** Format: date */
      from?: string | null;
      /** Format: date */
      through?: string | null;
    };
    AreaView: {
      id: string;
      version: number;
      /** @description Codes, ascending. */
      regions: string[];
      /** Format: date-time */
      recordedAt: string;
      name: string;
      /** Format: date */
      from: string | null;
      /** Format: date */
      through: string | null;
    };
    AreasView: {
      items: components['schemas']['AreaView'][];
      /** @description Ask for what follows with `after`. */
      next: string | null;
    };
    CampaignRequest: {
      reached: number;
      /** @enum {string|null} */
      channel?:
        | 'aggregator'
        | 'bank'
        | 'kiosk'
        | 'app'
        | 'web'
        | 'branch'
        | 'agent'
        | 'association'
        | 'village'
        | 'market'
        | 'event'
        | 'employer'
        | 'sponsor'
        | 'government'
        | null;
      channelCode?: string | null;
      regions?: string[] | null;
      /** Format: date */
      from?: string | null;
      /** Format: date */
      through?: string | null;
      source?: string | null;
    };
    CampaignView: {
      id: string;
      version: number;
      /** @description Codes, ascending. */
      regions: string[];
      /** Format: date-time */
      recordedAt: string;
      /** @description People. */
      reached: number;
      /** @enum {string|null} */
      channel:
        | 'aggregator'
        | 'bank'
        | 'kiosk'
        | 'app'
        | 'web'
        | 'branch'
        | 'agent'
        | 'association'
        | 'village'
        | 'market'
        | 'event'
        | 'employer'
        | 'sponsor'
        | 'government'
        | null;
      channelCode: string | null;
      /** Format: date */
      from: string | null;
      /** Format: date */
      through: string | null;
      source: string | null;
    };
    CampaignsView: {
      items: components['schemas']['CampaignView'][];
      /** @description Ask for what follows with `after`. */
      next: string | null;
    };
    FieldView: {
      path: string;
      reason: string;
    };
    ImportedRowView: {
      /** @description Its number, the header not counted. */
      row: number;
      id: string;
      /** @enum {string} */
      result: 'recorded' | 'unchanged' | 'refused';
      /** @description The latest version under the id. */
      version: number | null;
      reasons: string[];
      fields: components['schemas']['FieldView'][];
    };
    ImportView: {
      /** @enum {string} */
      kind: 'denominator' | 'target';
      recorded: number;
      unchanged: number;
      refused: number;
      rows: components['schemas']['ImportedRowView'][];
    };
    ListedRegionView: {
      /** @example 33.72 */
      code: string;
      /** @example Kota Surakarta */
      name: string;
      /** @enum {string} */
      level: 'country' | 'province' | 'regency' | 'district' | 'village';
      /** @description The code of the region above. */
      parent: string | null;
    };
    RegionsView: {
      items: components['schemas']['ListedRegionView'][];
      /** @description Ask for what follows with `after`. */
      next: string | null;
    };
    RegionView: {
      /** @example 33.72 */
      code: string;
      /** @example Kota Surakarta */
      name: string;
      /** @enum {string} */
      level: 'country' | 'province' | 'regency' | 'district' | 'village';
      /** @description The code of the region above. */
      parent: string | null;
      /** @description From the country down. */
      ancestors: components['schemas']['ListedRegionView'][];
    };
    BenefitRowView: {
      /** @description Rupiah; below 0 where more came back than was paid. */
      amount: number;
      claims: number;
      /** @description Null without a cut. */
      part: string | null;
    };
    PeriodView: {
      /** @description Rupiah; below 0 where more came back than was paid. */
      amount: number;
      claims: number;
      /** Format: date */
      from: string;
      /** Format: date */
      through: string;
      rows: components['schemas']['BenefitRowView'][];
    };
    BenefitsView: {
      /** @description Rupiah; below 0 where more came back than was paid. */
      amount: number;
      claims: number;
      /** Format: date */
      from: string;
      /** Format: date */
      through: string;
      rows: components['schemas']['BenefitRowView'][];
      /** @description Codes, sorted and joined by commas. */
      region: string;
      /** @description Whether figures of other such periods may be held against it. */
      comparable: boolean;
      /** @description A slug: why it is not comparable. */
      reason: string | null;
      /** @description The same for people. */
      explanation: string | null;
      definition: string;
      /** @description Cut to equally many days, as `through` is. */
      compared: components['schemas']['PeriodView'] | null;
      freshness: components['schemas']['FreshnessView'];
    };
    RefusedOutlineView: {
      /** @example 33.99 */
      code: string;
      /** @example unknown-region */
      reason: string;
    };
    KeptOutlinesView: {
      outlines: number;
      recorded: number;
      unchanged: number;
      refused: number;
      refusals: components['schemas']['RefusedOutlineView'][];
    };
    ProgressTargetView: {
      id: string;
      version: number;
      /** @enum {string} */
      kind: 'coverage' | 'stock' | 'new';
      /** @description A share for a coverage target, otherwise persons. */
      value: number;
    };
    RangeView: {
      /**
       * Format: date
       * @description At the pace of the best week.
       */
      earliestOn: string | null;
      /**
       * Format: date
       * @description At the pace of the worst week.
       */
      latestOn: string | null;
    };
    ProgressView: {
      /** Format: date */
      asOf: string;
      target: components['schemas']['ProgressTargetView'];
      /** @description Id of the denominator that a share is taken of. */
      denominatorId: string | null;
      /** @description Active persons; of a target for new ones, those who joined. */
      reached: number;
      /** @description Null for a share of an unknown denominator. */
      needed: number | null;
      /** @description Null without a last day; 0 when it is over. */
      daysLeft: number | null;
      /** @description Persons a day until the last day. */
      neededPerDay: number | null;
      /** @description Persons a day over the last 28 days; below 0 where fewer are there. */
      pacePerDay: number;
      /**
       * Format: date
       * @description Null when the pace is 0 or less.
       */
      projectedOn: string | null;
      /** @description By the best and the worst of the last four weeks. */
      projectedBetween: components['schemas']['RangeView'];
      /** @description Slugs, such as target-base-differs. */
      warnings: string[];
      freshness: components['schemas']['FreshnessView'];
    };
    ArticleView: {
      paper: string;
      /** Format: date */
      publishedOn: string;
      /** @description As printed. */
      title: string;
    };
    ListedPublishedView: {
      id: string;
      /** @description The paper and its day. */
      source: string;
      article: components['schemas']['ArticleView'];
      /** @example stock */
      kind: string;
      /** @description Codes, joined by commas. */
      region: string;
      /** @enum {string|null} */
      segment: 'PU' | 'BPU' | 'JAKON' | 'PMI' | null;
      /**
       * @description Which members are counted.
       * @example active-members
       */
      measure: string | null;
      /** @description Whom a count of people counts, in the words of the paper. */
      definition: string | null;
      /**
       * @description What a target asks for; coverage as a ratio.
       * @enum {string|null}
       */
      targetKind: 'coverage' | 'stock' | 'new' | null;
      /**
       * @description Of a number that is about a kind of channel.
       * @example event
       */
      channel: string | null;
      /** Format: date */
      asOf: string | null;
      /** Format: date */
      from: string | null;
      /** Format: date */
      through: string | null;
    };
    PublishedListView: {
      items: components['schemas']['ListedPublishedView'][];
    };
    AlongsideView: {
      /** @enum {string} */
      what: 'cities' | 'new-members-per-city';
      printed: number;
      /** @description What events say; never 0. */
      ours: number | null;
    };
    PublishedView: {
      id: string;
      /** @description The paper and its day. */
      source: string;
      article: components['schemas']['ArticleView'];
      /** @example stock */
      kind: string;
      /** @description Codes, joined by commas. */
      region: string;
      /** @enum {string|null} */
      segment: 'PU' | 'BPU' | 'JAKON' | 'PMI' | null;
      /**
       * @description Which members are counted.
       * @example active-members
       */
      measure: string | null;
      /** @description Whom a count of people counts, in the words of the paper. */
      definition: string | null;
      /**
       * @description What a target asks for; coverage as a ratio.
       * @enum {string|null}
       */
      targetKind: 'coverage' | 'stock' | 'new' | null;
      /**
       * @description Of a number that is about a kind of channel.
       * @example event
       */
      channel: string | null;
      /** Format: date */
      asOf: string | null;
      /** Format: date */
      from: string | null;
      /** Format: date */
      through: string | null;
      /** @description As printed: persons, rupiah, the ratio of a coverage target, or a share such as 44,24%. */
      printed: number | string;
      /** @description A share that was printed with the number. */
      printedShare: string | null;
      /** @description What events say of the same day; never 0. */
      ours: (number | string) | null;
      /** @description A slug: why there is none of ours. */
      reason: string | null;
      /** @description The same for people. */
      explanation: string | null;
      /** @description Ours less the printed; of shares, percentage points. */
      difference: number | null;
      /** @description Worked out again from what was printed with it. */
      recomputed: (number | string) | null;
      /** @description What the paper printed along with it; mostly nothing. */
      alongside: components['schemas']['AlongsideView'][];
      freshness: components['schemas']['FreshnessView'];
    };
    RanksView: {
      /** @description From 1; equal ones share theirs. */
      missing: number | null;
      /** @description From 1; equal ones share theirs. */
      pace: number | null;
      /** @description From 1; equal ones share theirs. */
      retention: number | null;
    };
    ShareView: {
      /** @description Persons that have to be reached here. */
      goal: number;
      /** @description How many more that are; never below 0. */
      needed: number;
      /**
       * Format: date
       * @description When, at the pace of the last 28 days; null when that is 0 or less.
       */
      projectedOn: string | null;
    };
    GapView: {
      region: string;
      name: string | null;
      /** @description Active persons. */
      persons: number;
      denominator: components['schemas']['RowDenominatorView'] | null;
      coverage: number | null;
      /** @example 44,24% */
      coverageText: string | null;
      /** @description Denominator less persons, never below 0; null without a denominator. */
      missing: number | null;
      /** @description Persons a day over the last 28 days; below 0 where there are fewer. */
      pacePerDay: number;
      /** @description Persons who are registered on the day. */
      registered: number;
      /** @description Active persons for each registered one; null where nobody is registered. */
      retention: number | null;
      ranks: components['schemas']['RanksView'];
      /** @description Null without a target to share out. */
      share: components['schemas']['ShareView'] | null;
    };
    GapsView: {
      /** Format: date */
      asOf: string;
      /** Format: date */
      knownOn: string | null;
      /** @enum {string} */
      rankedBy: 'missing' | 'pace' | 'retention';
      /** @description The region itself, with the target that is shared out. */
      whole: components['schemas']['RowView'];
      /**
       * @description By the people of each part; where those of one are not known, by who is registered.
       * @enum {string|null}
       */
      sharedBy: 'denominator' | 'registered' | null;
      /** @description Every child, or what lies in them, in the order of the ranking. */
      rows: components['schemas']['GapView'][];
      /** @description Persons who belong to none of the rows. */
      elsewhere: number;
      freshness: components['schemas']['FreshnessView'];
    };
    AfterView: {
      3: number;
      6: number;
      12: number;
    };
    RetentionView: {
      /** @description Memberships for which the day has come. */
      due: number;
      /** @description Of these, covered on it. */
      kept: number;
      /** @description `kept` of `due`; null of none. */
      share: number | null;
    };
    RetentionsView: {
      3: components['schemas']['RetentionView'];
      6: components['schemas']['RetentionView'];
      12: components['schemas']['RetentionView'];
    };
    EventCoverView: {
      /** @description Memberships covered for an event. */
      covered: number;
      /** @description Of these, whose person has since paid for days behind it. */
      wentOn: number;
      /** @description `wentOn` of `covered`; null of none. */
      conversion: number | null;
    };
    PartView: {
      /** @description People; null where no campaign is on record. */
      reached: number | null;
      signedUp: number;
      firstPaid: number;
      activeAfter: components['schemas']['AfterView'];
      retention: components['schemas']['RetentionsView'];
      eventCover: components['schemas']['EventCoverView'];
      /** @description Null: without a campaign. */
      part: string | null;
    };
    FunnelView: {
      /** @description People; null where no campaign is on record. */
      reached: number | null;
      signedUp: number;
      firstPaid: number;
      activeAfter: components['schemas']['AfterView'];
      retention: components['schemas']['RetentionsView'];
      eventCover: components['schemas']['EventCoverView'];
      /** @description Codes, sorted and joined by commas. */
      region: string;
      /** Format: date */
      from: string;
      /** Format: date */
      through: string;
      /**
       * Format: date
       * @description Days after it have not come yet.
       */
      asOf: string;
      definition: string;
      /** @description By part; empty without a cut. */
      rows: components['schemas']['PartView'][];
      freshness: components['schemas']['FreshnessView'];
    };
    LocatedFlawView: {
      /** @enum {string} */
      kind: 'missing' | 'doubled' | 'changed' | 'swapped' | 'unstated';
      /** @description The same for people. */
      explanation: string;
      /** @description Which of the owner's events of the partition, from 1. */
      event: number;
      /** @description Its place in the log; null: behind its end. */
      offset: number | null;
      topic: string;
      partition: number;
    };
    WaivedView: {
      topic: string;
      partition: number;
      offset: number;
      /** @description A slug: why it was set aside. */
      reason: string;
    };
    CountView: {
      /** @description Events, each once. */
      count: number;
      /** @description Sum of the digests modulo 2⁶⁴, 16 hexadecimal digits. */
      digest: string;
    };
    LogView: {
      /** @description Messages as they were read since the account began, copies among them; read again, one counts again. */
      count: number;
      /** @description Sum of their digests modulo 2⁶⁴, 16 hexadecimal digits; null where some were counted without. */
      digest: string | null;
      /** @description Messages up to the position that are no first of their event. */
      copies: number;
      /** @description Messages that were set aside and are none of the owner's. */
      strangers: number;
    };
    PartitionView: {
      topic: string;
      partition: number;
      /** @description The next offset to be taken. */
      position: number;
      /** @description The next offset of the log. */
      end: number;
      lag: number;
      /** @description What was taken; null: nothing yet. */
      applied: components['schemas']['CountView'] | null;
      log: components['schemas']['LogView'];
      /** @description What the owner said last; null: nothing yet. */
      owner: components['schemas']['CountView'] | null;
      /** @description As far as the two are the same, event by event. */
      proven: components['schemas']['CountView'];
      /** @description The offset of the last event that is proven. */
      provenOffset: number | null;
      /** Format: date-time */
      through: string | null;
    };
    ProofView: {
      /** @description Nothing differs, nothing waits to be looked at, and something is proven. */
      proven: boolean;
      /**
       * Format: date-time
       * @description Everything recorded up to here is proven.
       */
      through: string | null;
      /** @description Where what was taken is not what was said. */
      flaws: components['schemas']['LocatedFlawView'][];
      /** @description Messages that wait to be looked at. */
      parked: number;
      /** @description Messages that were given up: figures do without them. */
      waived: components['schemas']['WaivedView'][];
      partitions: components['schemas']['PartitionView'][];
    };
    RebuildProgressView: {
      /** @description Messages of the log that were read. */
      read: number;
      /** @description Messages of the log up to where the live figures are. */
      total: number;
      messagesPerSecond: number;
      /** @description Until the log is read; null: not known yet. */
      secondsLeft: number | null;
    };
    DifferingRowView: {
      /** @description What the row is about, by column. */
      key: {
        [key: string]: unknown;
      };
      /** @description What it counts in the old figures; 0 where they do not have it. */
      old: number;
      new: number;
    };
    TableView: {
      table: string;
      /** @description Rows that count somebody. */
      oldRows: number;
      newRows: number;
      /** @description Rows that are not the same on both sides. */
      differing: number;
      /** @description The first of them. */
      first: components['schemas']['DifferingRowView'][];
    };
    ComparisonView: {
      /** @description Every row is the same. */
      same: boolean;
      /**
       * Format: date-time
       * @description When both were as far in the log and stood still.
       */
      comparedAt: string;
      tables: components['schemas']['TableView'][];
    };
    RebuildView: {
      /** Format: uuid */
      id: string;
      /** @description Counts rebuilds, oldest first. */
      number: number;
      /**
       * @description loading: the log is read; comparing; ready: goes on with the log and waits for a word; switching, rolling-back: about to change places; switched: live, the old figures are kept; settled: live, the old ones are gone.
       * @enum {string}
       */
      status:
        | 'loading'
        | 'comparing'
        | 'ready'
        | 'switching'
        | 'switched'
        | 'rolling-back'
        | 'rolled-back'
        | 'settled'
        | 'cancelled'
        | 'failed';
      /** @description The subject of the token. */
      askedBy: string;
      /** Format: date-time */
      askedAt: string;
      /** Format: date-time */
      endedAt: string | null;
      messagesPerSecondMax: number | null;
      progress: components['schemas']['RebuildProgressView'];
      /** @description Old figures against new ones, once compared. */
      comparison: components['schemas']['ComparisonView'] | null;
      /** @description What keeps it from going on, or has ended it. */
      trouble: string | null;
    };
    RebuildsView: {
      items: components['schemas']['RebuildView'][];
      /** @description Ask for what follows with `after`. */
      next: string | null;
    };
    ParkedBody: {
      id: string;
      topic: string;
      partition: number;
      offset: number;
      key: string | null;
      reason: string;
      /** @description What exactly was wrong, without contents. */
      detail: string;
      /** Format: date-time */
      parkedAt: string;
    };
    ParkedPageBody: {
      items: components['schemas']['ParkedBody'][];
      next: string | null;
    };
    ParkedContentBody: {
      key: string | null;
      headers: {
        [key: string]: string;
      };
      /** @description Null is a tombstone. */
      value: string | null;
    };
    ParkedCorrectionBody: {
      key: string | null;
      headers: {
        [key: string]: string;
      };
      /** @description Null is a tombstone. */
      value: string | null;
      /** @description Who corrected it. */
      by: string;
      /** Format: date-time */
      at: string;
    };
    ParkedMessageBody: {
      id: string;
      topic: string;
      partition: number;
      offset: number;
      key: string | null;
      reason: string;
      /** @description What exactly was wrong, without contents. */
      detail: string;
      /** Format: date-time */
      parkedAt: string;
      /** @enum {string} */
      status: 'waiting' | 'retried' | 'discarded';
      /** @description As it lies in the log. */
      content: components['schemas']['ParkedContentBody'];
      /** @description What is tried instead. */
      correction: components['schemas']['ParkedCorrectionBody'] | null;
      /** @description How often it was tried again. */
      retries: number;
      /** Format: date-time */
      settledAt: string | null;
      settledBy: string | null;
      /** @description The reason given for it. */
      note: string | null;
    };
    RetryRequest: {
      headers?: {
        [key: string]: string;
      } | null;
      value?: string | null;
      key?: string | null;
      reason?: string | null;
    };
    ParkedSettledBody: {
      id: string;
      /**
       * @description Waiting: refused again.
       * @enum {string}
       */
      status: 'retried' | 'discarded' | 'waiting';
      /** @description Why it was refused again. */
      reason: string | null;
      detail: string | null;
      /** @description How many that waited behind it have gone through by now. */
      followed: number;
      /** @description The one behind it that was refused. */
      stoppedAt: string | null;
    };
    DiscardRequest: {
      reason: string;
    };
    Problem: {
      /**
       * Format: uri-reference
       * @example /problems/malformed
       */
      type: string;
      /** @example Bad Request */
      title: string;
      /** @example 400 */
      status: number;
      /** @example The request is not well-formed. */
      detail: string;
      /**
       * @description Slugs of what is wrong.
       * @example [
       *       "malformed"
       *     ]
       */
      reasons: string[];
      fields: {
        /** @example person.nik */
        path: string;
        /** @example missing */
        reason: string;
      }[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  CoverageController_coverage: {
    parameters: {
      query?: {
        /** @example 2024-12-17 */
        asOf?: string;
        /** @example segment */
        by?:
          'region' | 'segment' | 'channel' | 'channel-code' | 'programme' | 'payer' | 'occupation' | 'none';
        target?: string;
        /**
         * @example [
         *       "33.72"
         *     ]
         */
        region?: string[];
        knownOn?: string;
        segment?: ('PU' | 'BPU' | 'JAKON' | 'PMI')[];
        programme?: ('JKK' | 'JKM' | 'JHT' | 'JP' | 'JKP')[];
        channel?: (
          | 'aggregator'
          | 'bank'
          | 'kiosk'
          | 'app'
          | 'web'
          | 'branch'
          | 'agent'
          | 'association'
          | 'village'
          | 'market'
          | 'event'
          | 'employer'
          | 'sponsor'
          | 'government'
          | 'unmapped'
        )[];
        occupation?: (
          | 'other'
          | 'transport-and-delivery'
          | 'education-and-religion'
          | 'building-and-repair'
          | 'farming'
          | 'livestock'
          | 'fishery'
          | 'trade-and-food'
          | 'day-and-casual-work'
          | 'personal-and-household-services'
          | 'professions'
          | 'creative-arts-and-sports'
          | 'crafts-and-home-production'
          | 'social-and-other'
          | 'unmapped'
        )[];
        denominator?: string;
        measure?: 'registered' | 'active' | 'protected';
        graceMonths?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CoverageView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  CoverageController_series: {
    parameters: {
      query: {
        /** @example 2024-12-01 */
        from: string;
        /** @example 2024-12-17 */
        through: string;
        step?: 'day' | 'month';
        /**
         * @example [
         *       "33.72"
         *     ]
         */
        region?: string[];
        knownOn?: string;
        segment?: ('PU' | 'BPU' | 'JAKON' | 'PMI')[];
        programme?: ('JKK' | 'JKM' | 'JHT' | 'JP' | 'JKP')[];
        channel?: (
          | 'aggregator'
          | 'bank'
          | 'kiosk'
          | 'app'
          | 'web'
          | 'branch'
          | 'agent'
          | 'association'
          | 'village'
          | 'market'
          | 'event'
          | 'employer'
          | 'sponsor'
          | 'government'
          | 'unmapped'
        )[];
        occupation?: (
          | 'other'
          | 'transport-and-delivery'
          | 'education-and-religion'
          | 'building-and-repair'
          | 'farming'
          | 'livestock'
          | 'fishery'
          | 'trade-and-food'
          | 'day-and-casual-work'
          | 'personal-and-household-services'
          | 'professions'
          | 'creative-arts-and-sports'
          | 'crafts-and-home-production'
          | 'social-and-other'
          | 'unmapped'
        )[];
        denominator?: string;
        measure?: 'registered' | 'active' | 'protected';
        graceMonths?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SeriesView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  CoverageController_changes: {
    parameters: {
      query: {
        /** @example 2024-12-17 */
        asOf?: string;
        /** @example 2024-11-30 */
        sinceKnownOn: string;
        /**
         * @example [
         *       "33.72"
         *     ]
         */
        region?: string[];
        knownOn?: string;
        segment?: ('PU' | 'BPU' | 'JAKON' | 'PMI')[];
        programme?: ('JKK' | 'JKM' | 'JHT' | 'JP' | 'JKP')[];
        channel?: (
          | 'aggregator'
          | 'bank'
          | 'kiosk'
          | 'app'
          | 'web'
          | 'branch'
          | 'agent'
          | 'association'
          | 'village'
          | 'market'
          | 'event'
          | 'employer'
          | 'sponsor'
          | 'government'
          | 'unmapped'
        )[];
        occupation?: (
          | 'other'
          | 'transport-and-delivery'
          | 'education-and-religion'
          | 'building-and-repair'
          | 'farming'
          | 'livestock'
          | 'fishery'
          | 'trade-and-food'
          | 'day-and-casual-work'
          | 'personal-and-household-services'
          | 'professions'
          | 'creative-arts-and-sports'
          | 'crafts-and-home-production'
          | 'social-and-other'
          | 'unmapped'
        )[];
        denominator?: string;
        measure?: 'registered' | 'active' | 'protected';
        graceMonths?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangesView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  StreamController_stream: {
    parameters: {
      query?: {
        asOf?: string;
        by?:
          'region' | 'segment' | 'channel' | 'channel-code' | 'programme' | 'payer' | 'occupation' | 'none';
        target?: string;
        /**
         * @example [
         *       "33.72"
         *     ]
         */
        region?: string[];
        knownOn?: string;
        segment?: ('PU' | 'BPU' | 'JAKON' | 'PMI')[];
        programme?: ('JKK' | 'JKM' | 'JHT' | 'JP' | 'JKP')[];
        channel?: (
          | 'aggregator'
          | 'bank'
          | 'kiosk'
          | 'app'
          | 'web'
          | 'branch'
          | 'agent'
          | 'association'
          | 'village'
          | 'market'
          | 'event'
          | 'employer'
          | 'sponsor'
          | 'government'
          | 'unmapped'
        )[];
        occupation?: (
          | 'other'
          | 'transport-and-delivery'
          | 'education-and-religion'
          | 'building-and-repair'
          | 'farming'
          | 'livestock'
          | 'fishery'
          | 'trade-and-food'
          | 'day-and-casual-work'
          | 'personal-and-household-services'
          | 'professions'
          | 'creative-arts-and-sports'
          | 'crafts-and-home-production'
          | 'social-and-other'
          | 'unmapped'
        )[];
        denominator?: string;
        measure?: 'registered' | 'active' | 'protected';
        graceMonths?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Events `coverage` and `freshness`. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  FreshnessController_show: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadingView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  DenominatorsController_one: {
    parameters: {
      query?: {
        version?: number;
      };
      header?: never;
      path: {
        /** @example solo-working-population-2024 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DenominatorView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  DenominatorsController_put: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DenominatorRequest'];
      };
    };
    responses: {
      /** @description The next version, or the same again. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DenominatorView'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DenominatorView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The id was used before with other content. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The content type is not supported here. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  DenominatorsController_list: {
    parameters: {
      query?: {
        limit?: number;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DenominatorsView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  TargetsController_one: {
    parameters: {
      query?: {
        version?: number;
      };
      header?: never;
      path: {
        /** @example solo-coverage-target-2024 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TargetView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  TargetsController_put: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TargetRequest'];
      };
    };
    responses: {
      /** @description The next version, or the same again. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TargetView'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TargetView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The id was used before with other content. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The content type is not supported here. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  TargetsController_list: {
    parameters: {
      query?: {
        limit?: number;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TargetsView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  AreasController_put: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AreaRequest'];
      };
    };
    responses: {
      /** @description The next version, or the same again. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AreaView'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AreaView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The id was used before with other content. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The content type is not supported here. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  AreasController_list: {
    parameters: {
      query?: {
        limit?: number;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AreasView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  CampaignsController_one: {
    parameters: {
      query?: {
        version?: number;
      };
      header?: never;
      path: {
        /** @example FUN-RUN-2015-31.71 */
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  CampaignsController_put: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CampaignRequest'];
      };
    };
    responses: {
      /** @description The next version, or the same again. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignView'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The id was used before with other content. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The content type is not supported here. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  CampaignsController_list: {
    parameters: {
      query?: {
        limit?: number;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignsView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ReferencesImportController_import: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The id was used before with other content. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The content type is not supported here. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  RegionsController_list: {
    parameters: {
      query?: {
        limit?: number;
        after?: string;
        /** @example 33 */
        within?: string;
        /** @example Surakarta */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegionsView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  RegionsController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 33.72 */
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegionView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  BenefitsController_sum: {
    parameters: {
      query: {
        /**
         * @example [
         *       "33.72"
         *     ]
         */
        region?: string[];
        /** @example 2023-01-01 */
        from: string;
        /** @example 2023-12-31 */
        through: string;
        by?: 'programme' | 'benefit';
        compareFrom?: string;
        compareThrough?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BenefitsView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  RegionOutlinesController_within: {
    parameters: {
      query?: {
        /** @example 33 */
        within?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            type: 'Topology';
            arcs: number[][][];
            objects: {
              regions: {
                /** @enum {string} */
                type: 'GeometryCollection';
                geometries: {
                  /** @enum {string} */
                  type: 'Polygon' | 'MultiPolygon';
                  arcs: unknown[];
                  properties: {
                    /** @example 33.72 */
                    code: string;
                    name: string;
                  };
                }[];
              };
            };
            transform?: {
              scale: number[];
              translate: number[];
            };
          };
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  RegionOutlinesController_put: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @enum {string} */
              type: 'FeatureCollection';
              features: {
                /** @enum {string} */
                type: 'Feature';
                properties: {
                  /** @example 33.72 */
                  code: string;
                };
                geometry:
                  | (
                      | {
                          /** @enum {string} */
                          type: 'Polygon' | 'MultiPolygon';
                          coordinates: unknown[];
                        }
                      | {
                          /** @enum {string|null} */
                          type: null;
                        }
                    )
                  | null;
              }[];
            }
          | {
              /** @enum {string} */
              type: 'Topology';
              arcs: number[][][];
              objects: Record<string, never>;
              transform?: {
                scale: number[];
                translate: number[];
              };
            };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeptOutlinesView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The id was used before with other content. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The content type is not supported here. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  TargetProgressController_progress: {
    parameters: {
      query?: {
        asOf?: string;
      };
      header?: never;
      path: {
        /** @example solo-coverage-target-2024 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  PublishedController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublishedListView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  PublishedController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example national-informal-2015 */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublishedView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  GapsController_gaps: {
    parameters: {
      query?: {
        /** @example 2024-12-17 */
        asOf?: string;
        target?: string;
        /** @example missing */
        rankedBy?: 'missing' | 'pace' | 'retention';
        levels?: number;
        /**
         * @example [
         *       "33.72"
         *     ]
         */
        region?: string[];
        knownOn?: string;
        segment?: ('PU' | 'BPU' | 'JAKON' | 'PMI')[];
        programme?: ('JKK' | 'JKM' | 'JHT' | 'JP' | 'JKP')[];
        channel?: (
          | 'aggregator'
          | 'bank'
          | 'kiosk'
          | 'app'
          | 'web'
          | 'branch'
          | 'agent'
          | 'association'
          | 'village'
          | 'market'
          | 'event'
          | 'employer'
          | 'sponsor'
          | 'government'
          | 'unmapped'
        )[];
        occupation?: (
          | 'other'
          | 'transport-and-delivery'
          | 'education-and-religion'
          | 'building-and-repair'
          | 'farming'
          | 'livestock'
          | 'fishery'
          | 'trade-and-food'
          | 'day-and-casual-work'
          | 'personal-and-household-services'
          | 'professions'
          | 'creative-arts-and-sports'
          | 'crafts-and-home-production'
          | 'social-and-other'
          | 'unmapped'
        )[];
        denominator?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GapsView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  FunnelController_funnel: {
    parameters: {
      query: {
        /** @example 2024-01-01 */
        from: string;
        /** @example 2024-12-17 */
        through: string;
        channel?:
          | 'aggregator'
          | 'bank'
          | 'kiosk'
          | 'app'
          | 'web'
          | 'branch'
          | 'agent'
          | 'association'
          | 'village'
          | 'market'
          | 'event'
          | 'employer'
          | 'sponsor'
          | 'government';
        channelCode?: string;
        campaign?: string;
        /**
         * @example [
         *       "33.72"
         *     ]
         */
        region?: string[];
        /** @example channel */
        by?: 'channel' | 'channel-code' | 'campaign' | 'region' | 'month';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FunnelView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ProofController_show: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProofView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  RebuildsController_list: {
    parameters: {
      query?: {
        limit?: number;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RebuildsView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  RebuildsController_begin: {
    parameters: {
      query?: {
        messagesPerSecondMax?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RebuildView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Figures are being rebuilt already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  RebuildsController_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RebuildView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  RebuildsController_switch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RebuildView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description They are not compared yet, or the rebuild has ended. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  RebuildsController_cancel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RebuildView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing to give up. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  RebuildsController_rollback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RebuildView'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description None are kept. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ParkedController_list: {
    parameters: {
      query?: {
        limit?: number;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParkedPageBody'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ParkedController_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParkedMessageBody'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ParkedController_retry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetryRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParkedSettledBody'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The id was used before with other content. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The content type is not supported here. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ParkedController_discard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DiscardRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ParkedSettledBody'];
        };
      };
      /** @description The request is not well-formed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No token, or one that is not valid. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The token does not reach this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing with this id that the token may see. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The id was used before with other content. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A part of the path is too long. */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The content type is not supported here. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Understood, and refused by a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; see `Retry-After`. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address and the headers are together too long. */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Try again later; see `Retry-After`. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
