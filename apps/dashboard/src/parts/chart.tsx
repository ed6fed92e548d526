import { useEffect, useRef } from 'preact/hooks';
import type { RegionOutlines } from '../api/answers.js';
import { loadDrawing } from '../charts/load.js';
import type { ChartOption } from '../charts/option.js';
import { useVisit } from '../page/visit.js';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly option: ChartOption;
  readonly heightPx: number;
  /** The outlines of a map. */
  readonly outlines?: RegionOutlines;
  /** The place of a bar, or of a region of a map, that was pressed. */
  readonly onPress?: (index: number) => void;
}

/** Answers come one behind the other, and each would be drawn: the last one is, once none has come for so long. */
const SETTLED_MS = 200;

/** A chart; its numbers stand in a table beside it. What draws is fetched after the first figure is there. */
export const Chart = ({ id, label, option, heightPx, outlines, onPress }: Props) => {
  const { language } = useVisit().place;
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isWanted = true;
    const drawn = async () => {
      const { draw } = await loadDrawing();
      if (isWanted && host.current)
        draw(host.current, { option, language, outlines: outlines ?? null }, onPress);
    };
    const settling = setTimeout(() => void drawn(), SETTLED_MS);
    return () => {
      isWanted = false;
      clearTimeout(settling);
    };
  });
  useEffect(() => {
    const there = host.current;
    const ended = async () => {
      const { endChart } = await loadDrawing();
      if (there) endChart(there);
    };
    return () => void ended();
  }, []);
  return (
    <div class="chart" id={id} role="img" aria-label={label} ref={host} style={{ height: `${heightPx}px` }} />
  );
};
