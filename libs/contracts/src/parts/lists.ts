import { listOf, month, oneOf, slug, text, type Kind } from '../kinds.js';
import { PROGRAMMES } from '../vocabulary.js';

/** A set of programmes, at least one. */
export const programmeSet: Kind = listOf(oneOf(PROGRAMMES), { min: 1, max: PROGRAMMES.length, unique: true });

/** Occupation codes; how many a person may have is a rule, not a matter of shape. */
export const occupationList: Kind = listOf(text(64), { min: 1, max: 10 });

/** Months that a contribution is stated to be for: ten years at most. A month that stands twice is a rule's business. */
export const monthList: Kind = listOf(month, { min: 1, max: 120 });

/** Why something was refused. */
export const reasonList: Kind = listOf(slug, { min: 1, max: 50 });

/** Codes of channels, each a part of the next. */
export const channelCodes: Kind = listOf(text(64), { min: 1, max: 10, unique: true });

/** A code of residence as it was stated, also one that is in no list of regions. */
export const residenceCode: Kind = text(13);
