import { Is, kinds } from '#libs/contracts';
import { AsList } from '#libs/http';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, ValidateIf } from 'class-validator';
import { BENEFIT_CUTS, type BenefitCut } from '../../use-cases/benefits.js';

const REGIONS_MAX = 1_000;

/** Which benefits to add up. */
export class BenefitsQuery {
  /** Codes, separated by commas, whose sum is meant; or `area:CODE`. */
  @IsArray() @IsString({ each: true }) @ArrayMaxSize(REGIONS_MAX) @AsList() region: string[] = ['ID'];
  @Is(kinds.day) from!: string;
  @Is(kinds.day) through!: string;
  @IsOptional() @IsIn(BENEFIT_CUTS) by?: BenefitCut;
  /** The first day of the period to compare with; both are then cut to equally many days. */
  @ValidateIf((asked: BenefitsQuery) => asked.compareThrough !== undefined || asked.compareFrom !== undefined)
  @Is(kinds.day)
  compareFrom?: string;
  @ValidateIf((asked: BenefitsQuery) => asked.compareFrom !== undefined || asked.compareThrough !== undefined)
  @Is(kinds.day)
  compareThrough?: string;
}
