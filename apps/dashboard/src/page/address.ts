import { useEffect, useState } from 'preact/hooks';
import { isAnalyst, mayOpen } from '../model/access.js';
import { addressOf, forThePublic, placeOf, usualPlace, type Place } from '../model/place.js';
import { openingRegion } from '../model/token-claims.js';
import { languageOf } from './language.js';
import type { Viewer } from './visit.js';

/**
 * The place that an address (`?region=33.72&…`) means to somebody, in a view of theirs; who is no analyst is shown what the
 * public is: the active of today.
 */
export const placeFor = ({ regions, roles }: Viewer, search: string): Place => {
  const asked = placeOf(search, usualPlace(openingRegion(regions), languageOf()));
  const place = mayOpen(asked.view, roles) ? asked : { ...asked, view: 'overview' as const };
  return isAnalyst(roles) ? place : forThePublic(place);
};

/** The place in the address bar: read from it, written to it, followed back and forth. */
export const useAddress = (
  placeIn: (search: string) => Place,
): readonly [Place, (change: Partial<Place>) => void] => {
  const [place, show] = useState(() => placeIn(location.search));
  useEffect(() => {
    const follow = () => show(placeIn(location.search));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [placeIn]);
  const go = (change: Partial<Place>) => {
    const next = { ...place, ...change };
    if (addressOf(next) === addressOf(place)) return;
    history.pushState(null, '', addressOf(next));
    show(next);
  };
  return [place, go];
};
