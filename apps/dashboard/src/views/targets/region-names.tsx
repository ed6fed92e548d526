import { Fragment } from 'preact';
import { askRegion } from '../../api/asks.js';
import { bodyOf, useAnswer } from '../../page/answers.js';

/** A region by its name, and by its code until that is known. */
const RegionName = ({ code }: { readonly code: string }) => bodyOf(useAnswer(askRegion(code)))?.name ?? code;

/** `Kota Surakarta, Kabupaten Sukoharjo`. */
export const RegionNames = ({ codes }: { readonly codes: readonly string[] }) => (
  <>
    {codes.map((code, index) => (
      <Fragment key={code}>
        {index > 0 && ', '}
        <RegionName code={code} />
      </Fragment>
    ))}
  </>
);
