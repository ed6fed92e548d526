import { Is } from '../fields.js';
import { day, text } from '../kinds.js';

/** The contest whose days are covered, first and last day included. */
export class EventCover {
  @Is(text(200)) name!: string;
  @Is(day) from!: string;
  @Is(day) through!: string;
}
