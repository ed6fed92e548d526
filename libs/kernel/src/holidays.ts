/** The days of a year on which nobody works, by month and day, and the decree that says so. */
export interface YearOfHolidays {
  readonly year: string;
  readonly decree: string;
  readonly holidays: readonly string[];
  /** Days between holidays and weekends on which offices and banks close too (cuti bersama). */
  readonly jointLeave: readonly string[];
}

/** Years that are not listed have weekends only: a year is added here when its decree is out, mostly in October. */
export const HOLIDAYS: readonly YearOfHolidays[] = [
  {
    year: '2024',
    decree: 'Joint decree 855, 3 and 4/2023; Keppres 10/2024 and 33/2024 for the two elections',
    holidays: [
      '01-01',
      '02-08',
      '02-10',
      '02-14',
      '03-11',
      '03-29',
      '03-31',
      '04-10',
      '04-11',
      '05-01',
      '05-09',
      '05-23',
      '06-01',
      '06-17',
      '07-07',
      '08-17',
      '09-16',
      '11-27',
      '12-25',
    ],
    jointLeave: ['02-09', '03-12', '04-08', '04-09', '04-12', '04-15', '05-10', '05-24', '06-18', '12-26'],
  },
  {
    year: '2025',
    decree: 'Joint decree 1017, 2 and 2/2024, with 18 August added by joint decree 933, 1 and 3/2025',
    holidays: [
      '01-01',
      '01-27',
      '01-29',
      '03-29',
      '03-31',
      '04-01',
      '04-18',
      '04-20',
      '05-01',
      '05-12',
      '05-29',
      '06-01',
      '06-06',
      '06-27',
      '08-17',
      '09-05',
      '12-25',
    ],
    jointLeave: [
      '01-28',
      '03-28',
      '04-02',
      '04-03',
      '04-04',
      '04-07',
      '05-13',
      '05-30',
      '06-09',
      '08-18',
      '12-26',
    ],
  },
  {
    year: '2026',
    decree: 'Joint decree 1497, 2 and 5/2025',
    holidays: [
      '01-01',
      '01-16',
      '02-17',
      '03-19',
      '03-21',
      '03-22',
      '04-03',
      '04-05',
      '05-01',
      '05-14',
      '05-27',
      '05-31',
      '06-01',
      '06-16',
      '08-17',
      '08-25',
      '12-25',
    ],
    jointLeave: ['02-16', '03-18', '03-20', '03-23', '03-24', '05-15', '05-28', '12-24'],
  },
];
