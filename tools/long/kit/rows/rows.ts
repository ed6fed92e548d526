import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { signUpSubmitted } from '#libs/contracts';

/** Of every hundred rows: one that a rule refuses, one that is none, one that says what another said, one of a member. */
const KINDS = { refused: 11, malformed: 37, repeated: 59, alreadyMember: 83 } as const;
const PERIOD = 100;
type Kind = keyof typeof KINDS | 'new';

const kindOf = (row: number): Kind => {
  const place = row % PERIOD;
  const found = Object.entries(KINDS).find(([, at]) => at === place);
  return (found?.[0] ?? 'new') as Kind;
};

const DAYS = 28;
const MONTHS = 12;
const YEARS = 40;
const FIRST_YEAR = 1960;
const WOMEN = 40;

const padded = (value: number, digits: number) => String(value).padStart(digits, '0');

/** Birth date and NIK of the person of a row: as many as one likes, no two the same. */
const personOf = (row: number) => {
  const [day, month] = [(row % DAYS) + 1, (Math.floor(row / DAYS) % MONTHS) + 1];
  const year = FIRST_YEAR + (Math.floor(row / (DAYS * MONTHS)) % YEARS);
  const serial = Math.floor(row / (DAYS * MONTHS * YEARS)) + 1;
  const nik = `337205${padded(day + WOMEN, 2)}${padded(month, 2)}${padded(year % 100, 2)}${padded(serial, 4)}`;
  return { nik, birthDate: `${year}-${padded(month, 2)}-${padded(day, 2)}` };
};

const HEX_DIGITS = 12;
const idOf = (row: number) => `01900000-0000-7000-8000-${row.toString(16).padStart(HEX_DIGITS, '0')}`;

const formOf = (row: number, changed: object = {}): string =>
  JSON.stringify({
    ...signUpSubmitted.example,
    signUpId: idOf(row),
    person: { ...signUpSubmitted.example.person, ...personOf(row), fullName: `Orang ${row}` },
    ...changed,
  });

/** The text of a row: 0, 1, 2 … */
export const rowAt = (row: number): string => {
  switch (kindOf(row)) {
    case 'refused':
      return formOf(row, { declaredIncome: 1 });
    case 'malformed':
      return '{"signUpId":';
    case 'repeated':
      return formOf(row - 1);
    case 'alreadyMember':
      return formOf(row - 1, { signUpId: idOf(row) });
    case 'new':
      return formOf(row);
  }
};

/** What becomes of the rows of a file, by kind. */
export interface Expected {
  readonly registered: number;
  readonly alreadyMember: number;
  readonly refused: number;
  readonly malformed: number;
  readonly repeated: number;
  readonly memberships: number;
}

/** What must come of so many rows; a repeat counts as what it repeats, too. */
export const expectedOf = (rows: number): Expected => {
  const count = (kind: Kind) => {
    let found = 0;
    for (let row = 0; row < rows; row += 1) if (kindOf(row) === kind) found += 1;
    return found;
  };
  const [fresh, repeated] = [count('new'), count('repeated')];
  const [alreadyMember, refused, malformed] = [count('alreadyMember'), count('refused'), count('malformed')];
  return { registered: fresh + repeated, alreadyMember, refused, malformed, repeated, memberships: fresh };
};

/** Writes the file, row by row. Answers its bytes. */
export const writeRows = async (file: string, rows: number): Promise<number> => {
  const out = createWriteStream(file);
  for (let row = 0; row < rows; row += 1) if (!out.write(`${rowAt(row)}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  return out.bytesWritten;
};
