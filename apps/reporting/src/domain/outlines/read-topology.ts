import { Flaw, listOf, member, membersOf, type Read } from './flaw.js';
import type { Outline, Position, Ring } from './outline.js';
import { codeReader, polygonsOf } from './read-shape.js';
import { closedRing, isSame, positionAt, readPair } from './ring.js';

/** More than a file of five million values holds if each of its arcs is named from both sides; more is no map but an attack. */
const POSITIONS_MAX = 4_000_000;

type Arc = readonly Position[];
type Place = (pair: readonly [number, number]) => Position | Flaw;

/** Without a transform pairs are positions; with one each is a step from the pair before it, on a grid of its own. */
const placesOf = (transform: unknown): (() => Place) | Flaw => {
  if (transform === undefined) return () => (pair) => positionAt(...pair);
  const scale = member(transform, 'scale', readPair);
  if (scale instanceof Flaw) return scale.under('transform');
  const translate = member(transform, 'translate', readPair);
  if (translate instanceof Flaw) return translate.under('transform');
  return () => {
    let [x, y] = [0, 0];
    return ([right, up]) => {
      x += right;
      y += up;
      return positionAt(x * scale[0] + translate[0], y * scale[1] + translate[1]);
    };
  };
};

const readArc =
  (placesOfArc: () => Place): Read<Arc> =>
  (value) => {
    const place = placesOfArc();
    return listOf((step) => {
      const pair = readPair(step);
      return pair instanceof Flaw ? pair : place(pair);
    })(value);
  };

/** A number counts from the first arc; below nought from -1, the first one backwards. */
const arcAt =
  (arcs: readonly Arc[]): Read<{ readonly arc: Arc; readonly isBackwards: boolean }> =>
  (number) => {
    if (typeof number !== 'number') return new Flaw('malformed');
    const isBackwards = number < 0;
    const arc = arcs[isBackwards ? -1 - number : number];
    return arc === undefined ? new Flaw('arc-unknown') : { arc, isBackwards };
  };

/** Rings are arcs end to end; where two meet, the position is in both. */
const ringReader = (arcs: readonly Arc[]): Read<Ring> => {
  const readArcs = listOf(arcAt(arcs));
  let positions = 0;
  return (value) => {
    const found = readArcs(value);
    if (found instanceof Flaw) return found;
    positions += found.reduce((sum, { arc }) => sum + arc.length, 0);
    if (positions > POSITIONS_MAX) return new Flaw('too-large');
    const parts = found.map(({ arc, isBackwards }) => (isBackwards ? arc.toReversed() : arc));
    const gap = parts.findIndex((part, place) => place > 0 && !isSame(parts[place - 1]!.at(-1), part[0]));
    if (gap !== -1) return new Flaw('ring-open', [gap]);
    return closedRing(parts.flatMap((part, place) => (place === 0 ? part : part.slice(1))));
  };
};

const outlinesIn = (
  object: unknown,
  readCode: Read<string>,
  readRing: Read<Ring>,
): readonly Outline[] | Flaw => {
  const type = member(object, 'type', (value) => value);
  if (type === 'GeometryCollection') {
    const inside = member(
      object,
      'geometries',
      listOf((each) => outlinesIn(each, readCode, readRing)),
    );
    return inside instanceof Flaw ? inside : inside.flat();
  }
  const code = member(object, 'properties', readCode);
  if (code instanceof Flaw) return code;
  const polygons = polygonsOf(object, 'arcs', readRing);
  return polygons instanceof Flaw ? polygons : [{ code, polygons }];
};

/** The outlines of a Topology of TopoJSON, of all its layers: a geometry is a region, and neighbours share their border. */
export const outlinesOfTopology: Read<readonly Outline[]> = (topology) => {
  const places = placesOf((topology as { transform?: unknown }).transform);
  if (places instanceof Flaw) return places;
  const arcs = member(topology, 'arcs', listOf(readArc(places)));
  if (arcs instanceof Flaw) return arcs;
  const [readCode, readRing] = [codeReader(), ringReader(arcs)];
  const layers = member(
    topology,
    'objects',
    membersOf((object) => outlinesIn(object, readCode, readRing)),
  );
  return layers instanceof Flaw ? layers : layers.flat();
};
