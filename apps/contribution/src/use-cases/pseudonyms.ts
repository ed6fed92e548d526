/** What stands for personal data wherever it must be recognised again and not read. */
export abstract class Pseudonyms {
  /** 43 characters, the same for a NIK as in enrollment. */
  abstract nikToken(nik: string): string;
  /** Equal for equal texts; keyed, since the text may hold a NIK. */
  abstract contentHash(text: string): string;
}
