import { useVisit } from '../../page/visit.js';
import type { Words } from '../../words/words.js';

interface Named {
  readonly name: keyof Words['targets']['fields'];
}

/** A field that is written in, or one of some options. */
export type Field =
  | (Named & { readonly type: 'text' | 'number' | 'date'; readonly isNeeded: boolean })
  | (Named & { readonly options: readonly (keyof Words['targets']['options'])[] });

type WrittenField = Extract<Field, { readonly type: string }>;

const Input = ({
  of,
  id,
  value,
}: {
  readonly of: WrittenField;
  readonly id: string;
  readonly value: string;
}) => {
  const said = { id, name: of.name, required: of.isNeeded, defaultValue: value };
  if (of.type === 'number') return <input {...said} type="number" step="any" />;
  return of.type === 'date' ? <input {...said} type="date" /> : <input {...said} type="text" />;
};

/** A field of the form for references. */
export const EntryField = ({ of, value }: { readonly of: Field; readonly value: string }) => {
  const { targets } = useVisit().shown.words;
  const id = `entry-${of.name}`;
  return (
    <div class="field">
      <label for={id}>{targets.fields[of.name]}</label>
      {'options' in of ? (
        <select id={id} name={of.name}>
          {of.options.map((option) => (
            <option key={option} value={option}>
              {targets.options[option]}
            </option>
          ))}
        </select>
      ) : (
        <Input of={of} id={id} value={value} />
      )}
    </div>
  );
};
