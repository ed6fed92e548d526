import type { RegionOutlines } from '../api/answers.js';

/** Squares beside one another, one for each code, as the service answers. */
export const squaresOf = (...codes: readonly string[]): RegionOutlines => ({
  type: 'Topology',
  arcs: codes.map((_, index) => [
    [index, 1],
    [1, 0],
    [0, -1],
    [-1, 0],
    [0, 1],
  ]),
  objects: {
    regions: {
      type: 'GeometryCollection',
      geometries: codes.map((code, index) => ({
        type: 'Polygon',
        arcs: [[index]],
        properties: { code, name: code },
      })),
    },
  },
  transform: { scale: [1, 1], translate: [110, -8] },
});
