import type { Row } from '../api/answers.js';
import { useVisit } from '../page/visit.js';

interface Props {
  readonly title: string;
  /** Null where the view is not about one region. */
  readonly of: { readonly row: Pick<Row, 'name' | 'region'> | undefined; readonly asOf: string } | null;
}

/** What a view is about: `Menutup kesenjangan: Kota Surakarta, 17 Desember 2024`. */
export const ViewHeading = ({ title, of }: Props) => {
  const { shown, isStory, place } = useVisit();
  const where = of && shown.words.andDay(of.row?.name ?? of.row?.region ?? place.region, shown.day(of.asOf));
  return (
    <>
      <h1 id="place" tabIndex={-1}>
        {title}
        {where && `: ${where}`}
      </h1>
      {isStory && <p class="sample">{shown.words.sample}</p>}
    </>
  );
};
