import type { ListedPublished, Published } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import { aim, decimal, signed } from '../format/numbers.js';
import type { Shown } from '../words/shown.js';
import type { Definition, Standing } from './definition.js';
import { definitionOfAnswer } from './of-answer.js';

/** The numbers that stand beside each other. */
export type Which = 'printed' | 'ours' | 'difference' | 'recomputed';

/** A printed number or ours as it is written; shares are texts already. */
export const publishedText = (
  value: string | number | null,
  { kind, targetKind }: Pick<Published, 'kind' | 'targetKind'>,
  shown: Shown,
): string => {
  if (value === null) return shown.words.unknown;
  if (typeof value === 'string') return shown.share(value);
  if (targetKind === 'coverage') return aim(value, shown.language);
  return kind === 'benefits' ? shown.rupiah(value) : shown.whole(value);
};

const differenceText = (of: Published, shown: Shown): string => {
  const { difference, printed } = of;
  if (difference === null) return shown.words.unknown;
  if (typeof printed === 'string')
    return shown.words.published.points(signed(difference, (points) => decimal(points, shown.language)));
  return signed(difference, (value) => publishedText(value, of, shown));
};

/** One of the numbers as the table shows it, a share that was printed with it behind: `80.000.000 (75%)`. */
export const besideText = (which: Which, of: Published, shown: Shown): string => {
  if (which === 'difference') return differenceText(of, shown);
  const text = publishedText(of[which], of, shown);
  const { printed, printedShare } = of;
  const hasShare = which === 'printed' && printedShare !== null && printedShare !== printed;
  return hasShare ? `${text} (${shown.share(printedShare)})` : text;
};

/** Why there is none of ours; a reason that the page does not know yet is the service's own sentence. */
export const missingText = (
  { reason, explanation }: Pick<Published, 'reason' | 'explanation'>,
  { words }: Shown,
): string => (reason === null ? undefined : words.published.reasons[reason]) ?? explanation ?? words.unknown;

const countedIn = (figure: ListedPublished, { words, code }: Shown): string | null => {
  const { definition, measure, channel, targetKind } = figure;
  if (measure !== null) return words.published.measures[measure] ?? measure;
  if (channel !== null) return code(channel);
  return definition ?? (targetKind && words.targets.options[targetKind]);
};

/** What a printed figure is: `Target: Active members`, `Members, Self-employed (BPU)`. */
export const figureText = (figure: ListedPublished, shown: Shown): string => {
  const { kind, segment } = figure;
  const counted = countedIn(figure, shown);
  const named = shown.words.published.kinds[kind] ?? kind;
  const what = kind === 'stock' ? (counted ?? named) : [named, counted].filter(Boolean).join(': ');
  return segment === null ? what : `${what}, ${shown.code(segment)}`;
};

/** The day or the days of a figure; null where the article says none. */
export const daysText = ({ asOf, from, through }: ListedPublished, { words, day }: Shown): string | null => {
  if (asOf !== null) return day(asOf);
  if (through === null) return null;
  return from === null ? words.targets.until(day(through)) : words.benefits.between(day(from), day(through));
};

/** Who printed it, when, and under which heading. */
export const articleText = ({ article }: ListedPublished, { words, day }: Shown): string =>
  words.published.inPaper(article.paper, day(article.publishedOn), article.title);

/** An article's number and what follows from it rest on the article, ours and the difference on events. */
const standingOf = (which: Which, { freshness }: Published, { words }: Shown): Standing =>
  which === 'printed' || which === 'recomputed'
    ? { kind: 'other', text: words.definitions.bases.article }
    : { kind: 'heard', freshness };

/** What is said of a number beside which an article's stands. */
export const publishedDefinition = (
  which: Which,
  answered: Answered<Published>,
  shown: Shown,
): Definition => {
  const { body } = answered;
  const { published, definitions, place } = shown.words;
  const text = (each: Which) => besideText(each, body, shown);
  return definitionOfAnswer(answered, {
    title: published[which],
    meaning: published.meanings[which],
    inputs: [
      [published.figure, figureText(body, shown)],
      [definitions.id, body.id],
      [published.article, articleText(body, shown)],
      [place, body.region],
      [published.printed, text('printed')],
      [published.ours, body.ours === null ? missingText(body, shown) : text('ours')],
      [published.difference, text('difference')],
      [published.recomputed, text('recomputed')],
    ],
    standing: standingOf(which, body, shown),
  });
};
