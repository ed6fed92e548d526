/**
 * The jobs that members register, by group. The thirteen groups are those that a branch office's public simulator of
 * contributions uses; the codes are this project's own. Appending is free, moving a code changes past figures.
 */
const CODES_BY_GROUP = {
  'transport-and-delivery': [
    'ojek-driver',
    'online-ojek-driver',
    'taxi-driver',
    'angkot-driver',
    'bus-driver',
    'truck-driver',
    'becak-driver',
    'bentor-driver',
    'delivery-rider',
    'courier',
    'boat-operator',
    'driver-assistant',
  ],
  'education-and-religion': [
    'private-teacher',
    'honorary-teacher',
    'early-childhood-teacher',
    'koran-teacher',
    'tutor',
    'marbot',
    'preacher',
    'modin',
    'church-worker',
    'religious-worker',
  ],
  'building-and-repair': [
    'builder',
    'mason',
    'carpenter',
    'painter',
    'welder',
    'plumber',
    'electrician',
    'mechanic',
    'motorcycle-mechanic',
    'appliance-repairer',
    'well-digger',
    'tyre-repairer',
  ],
  farming: ['farmer', 'farm-labourer', 'plantation-worker', 'rubber-tapper', 'forest-worker', 'gardener'],
  livestock: ['livestock-farmer', 'poultry-farmer', 'cattle-herder', 'butcher', 'beekeeper'],
  fishery: ['fisher', 'fish-farmer', 'salt-farmer', 'seaweed-farmer', 'fish-processor'],
  'trade-and-food': [
    'street-trader',
    'market-trader',
    'shopkeeper',
    'warung-owner',
    'food-stall-keeper',
    'hawker',
    'vegetable-seller',
    'jamu-seller',
    'caterer',
    'online-seller',
    'mobile-trader',
  ],
  'day-and-casual-work': [
    'day-labourer',
    'porter',
    'parking-attendant',
    'loader',
    'casual-worker',
    'scavenger',
    'quarry-worker',
    'sanitation-worker',
  ],
  'personal-and-household-services': [
    'domestic-worker',
    'laundry-worker',
    'hairdresser',
    'beautician',
    'masseur',
    'childminder',
    'private-driver',
    'security-guard',
    'caretaker',
  ],
  professions: [
    'lawyer',
    'notary',
    'doctor',
    'midwife',
    'nurse',
    'accountant',
    'architect',
    'consultant',
    'insurance-agent',
    'programmer',
    'translator',
  ],
  'creative-arts-and-sports': [
    'athlete',
    'coach',
    'referee',
    'musician',
    'dancer',
    'dalang',
    'photographer',
    'designer',
    'content-creator',
    'artist',
    'event-volunteer',
  ],
  'crafts-and-home-production': [
    'tailor',
    'batik-maker',
    'weaver',
    'potter',
    'furniture-maker',
    'shoemaker',
    'food-home-producer',
    'tofu-maker',
    'gamelan-maker',
    'wayang-maker',
    'craftsperson',
  ],
  'social-and-other': [
    'supeltas',
    'satlinmas',
    'health-cadre',
    'posyandu-cadre',
    'social-volunteer',
    'disaster-volunteer',
    'neighbourhood-head',
    'cooperative-manager',
    'intern',
  ],
} as const;

/** A group of jobs; `other` takes the codes that the list does not have. */
export type OccupationGroup = keyof typeof CODES_BY_GROUP | 'other';

/** All groups, in a fixed order: new ones are appended, since stored figures go by position. */
export const OCCUPATION_GROUPS = ['other', ...Object.keys(CODES_BY_GROUP)] as readonly OccupationGroup[];

const GROUP_BY_CODE: ReadonlyMap<string, OccupationGroup> = new Map(
  Object.entries(CODES_BY_GROUP).flatMap(([group, codes]) =>
    codes.map((code) => [code, group as OccupationGroup] as const),
  ),
);

/** Every occupation code that the project knows. */
export const OCCUPATIONS: readonly string[] = [...GROUP_BY_CODE.keys()];

/** Whether the list has the code; others are kept and warned of. */
export const isKnownOccupation = (code: string): boolean => GROUP_BY_CODE.has(code);

/** The group that a job counts in. */
export const occupationGroupOf = (code: string): OccupationGroup => GROUP_BY_CODE.get(code) ?? 'other';

/** The branch of the economy that the jobs of a group belong to, as the ministry's relief and statistics speak of them. */
const SECTORS: Readonly<Record<OccupationGroup, Sector>> = {
  'transport-and-delivery': 'transport',
  'education-and-religion': 'education',
  'building-and-repair': 'construction',
  farming: 'agriculture',
  livestock: 'agriculture',
  fishery: 'fishery',
  'trade-and-food': 'trade',
  'day-and-casual-work': 'services',
  'personal-and-household-services': 'services',
  professions: 'professions',
  'creative-arts-and-sports': 'arts-and-sports',
  'crafts-and-home-production': 'manufacturing',
  'social-and-other': 'social',
  other: 'other',
};

export type Sector =
  | 'transport'
  | 'education'
  | 'construction'
  | 'agriculture'
  | 'fishery'
  | 'trade'
  | 'services'
  | 'professions'
  | 'arts-and-sports'
  | 'manufacturing'
  | 'social'
  | 'other';

/** The sector of a job; `other` where the list does not have it. */
export const sectorOfOccupation = (code: string): Sector => SECTORS[occupationGroupOf(code)];
