import { CHANNEL_KINDS, channelKindOf, SEGMENTS } from '../../model/vocabulary.js';
import { useVisit } from '../../page/visit.js';

interface FieldProps<Code extends string> {
  readonly id: string;
  readonly label: string;
  /** Null is all. */
  readonly chosen: Code | null;
  readonly codes: readonly Code[];
  readonly onChoose: (code: Code | null) => void;
}

const CodeField = <Code extends string>({ id, label, chosen, codes, onChoose }: FieldProps<Code>) => {
  const { words, code: nameOf } = useVisit().shown;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => onChoose(codes.find((code) => code === value) ?? null)}
      >
        <option value="">{words.gapView.all}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {nameOf(code)}
          </option>
        ))}
      </select>
    </div>
  );
};

/** Whose gap is ranked: of which segment, and who came by which kind of channel. */
export const WhoseGap = () => {
  const { place, shown, go } = useVisit();
  const { gapView, cuts } = shown.words;
  return (
    <form class="controls" aria-label={gapView.whose} onSubmit={(event) => event.preventDefault()}>
      <CodeField
        id="gap-segment"
        label={cuts.segment}
        chosen={place.segment}
        codes={SEGMENTS}
        onChoose={(segment) => go({ segment })}
      />
      <CodeField
        id="gap-channel"
        label={cuts.channel}
        chosen={channelKindOf(place.channel)}
        codes={CHANNEL_KINDS}
        onChoose={(channel) => go({ channel, channelCode: null, campaign: null })}
      />
    </form>
  );
};
