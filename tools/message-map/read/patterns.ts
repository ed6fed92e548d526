import type { EventContract } from '#libs/contracts';

type Derive = (payload: object) => string;

/** A payload whose fields hold their own names in braces, except those that are absent. */
const payloadWithout = (absent: ReadonlySet<string>, asked: Set<string>): object =>
  new Proxy(
    {},
    {
      get: (_, field) => {
        asked.add(String(field));
        return absent.has(String(field)) ? null : `{${String(field)}}`;
      },
    },
  );

/** How a text is made of the fields; where one that may be absent decides it, what takes its place as well. */
const patternsOf = (derive: Derive): readonly string[] => {
  const asked = new Set<string>();
  const usual = derive(payloadWithout(new Set(), asked));
  const instead: unknown = derive(payloadWithout(asked, new Set()));
  return typeof instead === 'string' && instead.includes('{') ? [usual, instead] : [usual];
};

/** The fields that are the key of its messages, such as `personId`; several where one takes another's place. */
export const keyFieldsOf = (contract: EventContract): readonly string[] =>
  patternsOf(contract.key).map((pattern) => pattern.replaceAll(/[{}]/g, ''));

/** Its `ce_subject`, such as `membership/{membershipId}`. */
export const subjectPatternOf = (contract: EventContract): string => patternsOf(contract.subject)[0]!;
