import { useMemo } from 'preact/hooks';
import type { RegionOutlines } from '../../api/answers.js';
import { askOutlines } from '../../api/asks.js';
import { mapOption } from '../../charts/map-option.js';
import { aspectOf, partedBy } from '../../model/outlines.js';
import { valuesOf, type Shaded } from '../../model/shade.js';
import { bodyOf, useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Chart } from '../../parts/chart.js';
import { Legend } from './legend.js';
import { TileMap } from './tile-map.js';

/** As wide as the column on a large screen, in pixels, and how high a map may be. */
const COLUMN_PX = 540;
const HEIGHT_PX = { least: 200, most: 460 };

const heightPxOf = (outlines: RegionOutlines): number =>
  Math.round(Math.min(HEIGHT_PX.most, Math.max(HEIGHT_PX.least, COLUMN_PX / aspectOf(outlines))));

interface DrawnProps {
  readonly outlines: RegionOutlines;
  readonly drawn: readonly Shaded[];
  readonly among: readonly number[];
  readonly title: string;
}

const Outlined = ({ outlines, drawn, among, title }: DrawnProps) => {
  const { place, shown, go } = useVisit();
  const { shade, language } = place;
  const option = useMemo(
    () => mapOption({ shaded: drawn, among, shade, language }),
    [drawn, among, shade, language],
  );
  return (
    <Chart
      id="regions-map"
      label={shown.words.outlines.label(title)}
      option={option}
      heightPx={heightPxOf(outlines)}
      outlines={outlines}
      onPress={(index) => {
        const region = drawn[index]?.row.region;
        if (region) go({ region });
      }}
    />
  );
};

interface Props {
  readonly shaded: readonly Shaded[];
  readonly title: string;
  /** These are still the regions of where the visitor was before. */
  readonly isOfBefore: boolean;
}

/**
 * The regions as they lie, drawn with the outlines that an operator brought. A region without one is a tile, of the same
 * colours, and so is each where there is none at all, which is said.
 */
export const RegionMap = ({ shaded, title, isOfBefore }: Props) => {
  const { place, shown } = useVisit();
  const { words } = shown;
  const part = useAnswer(askOutlines(place.region), { isLasting: true });
  const outlines = bodyOf(part);
  const { drawn, tiles } = useMemo(() => partedBy(outlines, shaded), [outlines, shaded]);
  const among = useMemo(() => valuesOf(shaded), [shaded]);
  const isOneOfBefore = isOfBefore || (part.kind === 'there' && part.isOfBefore);
  const isElsewhere = drawn.length === 0 && outlines !== null && outlines.arcs.length > 0 && isOneOfBefore;
  if (part.kind === 'waiting' || isElsewhere) return <p class="quiet">{words.loading}</p>;
  const { none, some } = words.outlines;
  const said = drawn.length === 0 ? none : some(shown.whole(tiles.length), shown.whole(shaded.length));
  return (
    <div class="map">
      {outlines && drawn.length > 0 && (
        <Outlined outlines={outlines} drawn={drawn} among={among} title={title} />
      )}
      {tiles.length > 0 && (
        <>
          <p class="note">{part.kind === 'failed' ? words.failures[part.failure] : said}</p>
          <TileMap shaded={tiles} among={among} title={title} />
        </>
      )}
      <Legend values={among} hasUnknown={drawn.some(({ value }) => value === null)} />
    </div>
  );
};
