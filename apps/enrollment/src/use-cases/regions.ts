/** The list of the country's regions. */
export abstract class Regions {
  /** Whether the list has the Kemendagri code, of whatever level. */
  abstract has(code: string): boolean;
}
