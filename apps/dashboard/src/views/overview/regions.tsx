import { useMemo, useState } from 'preact/hooks';
import type { Coverage, Row } from '../../api/answers.js';
import { askFigure, askRegions } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { regionsHeightPx, regionsOption } from '../../charts/regions-option.js';
import { addDays } from '../../model/days.js';
import { hasInvented } from '../../model/invented.js';
import { FORMS, SHADES, type Shade } from '../../model/place.js';
import { hasChildren, levelOf } from '../../model/regions.js';
import { PACE_DAYS, shadeValue, valuesOf, type Shaded } from '../../model/shade.js';
import { sorted, UNMAPPED } from '../../model/sorting.js';
import { bodyOf, useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Chart } from '../../parts/chart.js';
import { Choice } from '../../parts/choice.js';
import { WhenThere } from '../../parts/part.js';
import { Legend } from './legend.js';
import { RegionMap } from './region-map.js';
import { RegionsTable } from './regions-table.js';
import { TileMap } from './tile-map.js';

const NO_ROWS: readonly Row[] = [];

/** The same regions some weeks before, where the colours tell the pace. */
const useRowsBefore = (asOf: string | null): readonly Row[] => {
  const { place, isAnalyst } = useVisit();
  const isAsked = isAnalyst && place.shade === 'pace' && asOf !== null && hasChildren(place.region);
  const before = isAsked ? askRegions({ ...place, asOf: addDays(asOf, -PACE_DAYS) }) : null;
  return bodyOf(useAnswer(before))?.rows ?? NO_ROWS;
};

interface DrawnProps {
  readonly rows: readonly Row[];
  readonly title: string;
  readonly isOfBefore: boolean;
}
interface ShadedProps {
  readonly shaded: readonly Shaded[];
  readonly title: string;
}

const Bars = ({ shaded, title }: ShadedProps) => {
  const { place, shown, go } = useVisit();
  return (
    <Chart
      id="regions-chart"
      label={shown.words.chartOf(title)}
      option={regionsOption(shaded, place.shade, place.language)}
      heightPx={regionsHeightPx(shaded)}
      onPress={(index) => {
        const region = shaded[index]?.row.region;
        if (region) go({ region });
      }}
    />
  );
};

const Tiles = ({ shaded, title }: ShadedProps) => {
  const among = useMemo(() => valuesOf(shaded), [shaded]);
  return (
    <div>
      <TileMap shaded={shaded} among={among} title={title} />
      <Legend values={among} />
    </div>
  );
};

/** The regions as ranked bars, as a map or as tiles, by what the visitor chose. */
const Drawn = ({ rows, title, isOfBefore }: DrawnProps) => {
  const { place } = useVisit();
  const asOf = bodyOf(useAnswer(askFigure(place)))?.asOf ?? null;
  const before = useRowsBefore(asOf);
  const shaded = useMemo(() => {
    const mapped = rows.filter(({ part }) => part !== UNMAPPED);
    return mapped.map((row) => ({ row, value: shadeValue(row, place.shade, before) }));
  }, [rows, place.shade, before]);
  if (place.form === 'map') return <RegionMap shaded={shaded} title={title} isOfBefore={isOfBefore} />;
  return place.form === 'tiles' ? (
    <Tiles shaded={shaded} title={title} />
  ) : (
    <Bars shaded={shaded} title={title} />
  );
};

const Choices = () => {
  const { place, shown, isAnalyst, go } = useVisit();
  const { words } = shown;
  const shades: readonly Shade[] = isAnalyst ? SHADES : ['coverage', 'gap'];
  return (
    <div class="choices">
      <Choice
        name="form"
        label={words.form}
        chosen={place.form}
        choices={FORMS.map((value) => ({ value, label: words.forms[value] }))}
        onChoose={(form) => go({ form })}
      />
      <Choice
        name="shade"
        label={words.shade}
        chosen={place.shade}
        choices={shades.map((value) => ({ value, label: words.shades[value] }))}
        onChoose={(shade) => go({ shade })}
      />
    </div>
  );
};

/** More lines are drawn when they are asked for: nobody reads nine hundred, and drawing them takes its time. */
const LINES_MAX = 60;

interface ContentProps {
  readonly of: Answered<Coverage>;
  readonly title: string;
  readonly isOfBefore: boolean;
}

const Content = ({ of, title, isOfBefore }: ContentProps) => {
  const { place, shown } = useVisit();
  const [isWhole, setWhole] = useState(false);
  const { rows: all } = of.body;
  const { sort: key, isAscending } = place;
  const rows = useMemo(() => {
    const lines = sorted(all, { key, descending: !isAscending });
    return isWhole ? lines : lines.slice(0, LINES_MAX);
  }, [all, key, isAscending, isWhole]);
  return (
    <>
      <div class="panel-columns">
        <div class="table-frame">
          <RegionsTable of={of} rows={rows} title={title} />
          {rows.length < all.length && (
            <button type="button" class="link" onClick={() => setWhole(true)}>
              {shown.words.showAll(shown.whole(all.length))}
            </button>
          )}
        </div>
        <Drawn rows={place.form === 'bars' ? rows : all} title={title} isOfBefore={isOfBefore} />
      </div>
      {hasInvented(all) && <p class="note invented">{shown.words.inventedRows}</p>}
    </>
  );
};

/** The regions of the next level down; the public sees none below the districts. */
export const Regions = ({ name }: { readonly name: string }) => {
  const { place, shown, isAnalyst } = useVisit();
  const level = levelOf(place.region);
  const isOpen = hasChildren(place.region) && (isAnalyst || level !== 'district');
  const part = useAnswer(isOpen ? askRegions(place) : null);
  if (part.kind === 'absent') return null;
  const title = shown.words.in(shown.words.children[level], name);
  return (
    <section class="panel" aria-labelledby="regions-title">
      <header>
        <h2 id="regions-title">{title}</h2>
      </header>
      <Choices />
      <WhenThere of={part}>
        {(answered) => (
          <Content of={answered} title={title} isOfBefore={part.kind === 'there' && part.isOfBefore} />
        )}
      </WhenThere>
    </section>
  );
};
