import { apportion, partOf, runningSums } from '../chance/apportion.js';

/** Kecamatan of Solo, with its kelurahan and about how many hundred working people live in each (an estimate). */
interface Kecamatan {
  readonly code: string;
  readonly name: string;
  /** Kelurahan in the order of their codes, 1001 on: hundreds of working residents, and how readily they join. */
  readonly kelurahan: readonly (readonly [name: string, workingHundreds: number, eagerness: number])[];
}

/** Kota Surakarta: 5 kecamatan, 54 kelurahan (Kepmendagri 300.2.2-2138/2025). */
const SOLO: readonly Kecamatan[] = [
  {
    code: '33.72.01',
    name: 'Laweyan',
    kelurahan: [
      ['Pajang', 96, 0.97],
      ['Laweyan', 10, 1.12],
      ['Bumi', 26, 1.02],
      ['Panularan', 37, 0.94],
      ['Penumping', 21, 1.05],
      ['Sriwedari', 18, 1.01],
      ['Purwosari', 46, 0.99],
      ['Sondakan', 47, 1.04],
      ['Kerten', 45, 1.08],
      ['Jajar', 41, 1.1],
      ['Karangasem', 42, 1.06],
    ],
  },
  {
    code: '33.72.02',
    name: 'Serengan',
    kelurahan: [
      ['Joyotakan', 32, 0.88],
      ['Danukusuman', 41, 0.95],
      ['Serengan', 44, 0.93],
      ['Tipes', 48, 0.96],
      ['Kratonan', 19, 1.0],
      ['Jayengan', 17, 1.03],
      ['Kemlayan', 13, 1.05],
    ],
  },
  {
    code: '33.72.03',
    name: 'Pasar Kliwon',
    kelurahan: [
      ['Joyosuran', 42, 0.9],
      ['Semanggi', 78, 0.82],
      ['Pasarkliwon', 25, 1.02],
      ['Gajahan', 17, 1.0],
      ['Baluwarti', 26, 0.97],
      ['Kampungbaru', 11, 1.11],
      ['Kedunglumbu', 19, 0.98],
      ['Sangkrah', 48, 0.84],
      ['Kauman', 13, 1.09],
      ['Mojo', 57, 0.85],
    ],
  },
  {
    code: '33.72.04',
    name: 'Jebres',
    kelurahan: [
      ['Kepatihan Kulon', 10, 1.04],
      ['Kepatihan Wetan', 12, 1.01],
      ['Sudiroprajan', 16, 1.06],
      ['Gandekan', 35, 0.94],
      ['Sewu', 29, 0.87],
      ['Pucangsawit', 53, 0.95],
      ['Jagalan', 47, 0.96],
      ['Purwodiningratan', 20, 1.0],
      ['Tegalharjo', 20, 1.02],
      ['Jebres', 122, 1.03],
      ['Mojosongo', 209, 0.98],
    ],
  },
  {
    code: '33.72.05',
    name: 'Banjarsari',
    kelurahan: [
      ['Kadipiro', 106, 1.04],
      ['Nusukan', 122, 1.07],
      ['Gilingan', 78, 1.09],
      ['Setabelan', 17, 1.06],
      ['Kestalan', 11, 1.08],
      ['Keprabon', 13, 1.1],
      ['Timuran', 11, 1.12],
      ['Ketelan', 14, 1.05],
      ['Punggawan', 18, 1.07],
      ['Mangkubumen', 37, 1.13],
      ['Manahan', 40, 1.18],
      ['Sumber', 73, 1.08],
      ['Banyuanyar', 46, 1.1],
      ['Banjarsari', 64, 1.06],
      ['Joglo', 58, 1.03],
    ],
  },
];

export interface Kelurahan {
  readonly code: string;
  readonly name: string;
  readonly kecamatan: string;
  readonly workingHundreds: number;
  readonly eagerness: number;
}

export const KECAMATAN: readonly { readonly code: string; readonly name: string }[] = SOLO;

const FIRST_VILLAGE = 1_001;

export const KELURAHAN: readonly Kelurahan[] = SOLO.flatMap(({ code, kelurahan }) =>
  kelurahan.map(([name, workingHundreds, eagerness], index) => ({
    code: `${code}.${FIRST_VILLAGE + index}`,
    name,
    kecamatan: code,
    workingHundreds,
    eagerness,
  })),
);

/** `total` people shared out over the kelurahan as the working residents live; adds up exactly. */
export const workingResidents = (total: number): number[] =>
  apportion(
    total,
    KELURAHAN.map(({ workingHundreds }) => workingHundreds),
  );

/** `total` members shared out as people join; adds up exactly. */
export const members = (total: number): number[] =>
  apportion(
    total,
    KELURAHAN.map(({ workingHundreds, eagerness }) => workingHundreds * eagerness),
  );

/** The kelurahan of the `rank`-th of so many members. */
export const kelurahanOfMember = (total: number): ((rank: number) => string) => {
  const ends = runningSums(members(total));
  return (rank) => KELURAHAN[partOf(rank, ends)]!.code;
};
