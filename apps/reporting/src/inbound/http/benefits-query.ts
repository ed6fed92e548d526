import { Is, kinds } from '#libs/contracts';
import { AsList } from '#libs/http';
import { IsIn, IsOptional } from 'class-validator';
import { BENEFIT_CUTS, type BenefitCut } from '../../use-cases/benefits.js';
import { listed } from './listed.js';

const REGIONS_MAX = 1_000;
/** A code, or `area:` with the name of a set; whether there is one is a rule's business. */
const regionText = kinds.text(133, 0);

/** Which benefits to add up. */
export class BenefitsQuery {
  /** Codes, separated by commas, whose sum is meant; or `area:CODE`. */
  @IsOptional() @AsList() @Is(listed(regionText, REGIONS_MAX)) region: string[] = ['ID'];
  @Is(kinds.day) from!: string;
  @Is(kinds.day) through!: string;
  @IsOptional() @IsIn(BENEFIT_CUTS) by?: BenefitCut;
  /** The first day of the period to compare with; both are then cut to equally many days. */
  @IsOptional() @Is(kinds.day) compareFrom?: string;
  /** Its last day: stated with the first, or not at all. */
  @IsOptional() @Is(kinds.day) compareThrough?: string;
}
