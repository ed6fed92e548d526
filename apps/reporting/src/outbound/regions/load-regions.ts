import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import { RegionTree, type Region } from '../../domain/regions/region-tree.js';

/**
 * The regions of the country by decree of the Ministry of Home Affairs, as the package idn-area-data has them: 38
 * provinces, 514 regencies and cities, 7,285 districts, 83,762 villages. Codes have dots, names the usual spelling.
 */
export const loadRegions = async (): Promise<RegionTree> => {
  const levels: Region[] = [];
  for (const read of [getProvinces, getRegencies, getDistricts, getVillages]) {
    for (const { code, name } of await read()) if (code) levels.push({ code, name });
  }
  return new RegionTree(levels);
};
