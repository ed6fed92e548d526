import { useEffect, useRef } from 'preact/hooks';
import type { Coverage } from '../api/answers.js';
import { announcement } from '../words/said.js';
import { useVisit } from './visit.js';

/** How often the figure is read out while it moves. */
const ANNOUNCE_EVERY_MS = 15_000;

/** Says the figure to screen readers when the place changes, and from time to time while it moves. */
export const Announcer = ({ figure }: { readonly figure: Coverage | null }) => {
  const { shown } = useVisit();
  const said = useRef<HTMLParagraphElement>(null);
  const due = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const text = useRef('');
  const place = figure?.rows[0]?.region;
  text.current = announcement(figure, shown);
  const say = () => {
    due.current = undefined;
    if (said.current) said.current.textContent = text.current;
  };
  useEffect(say, [place]);
  useEffect(() => {
    due.current ??= setTimeout(say, ANNOUNCE_EVERY_MS);
  }, [text.current]);
  return <p class="visually-hidden" aria-live="polite" ref={said} />;
};
