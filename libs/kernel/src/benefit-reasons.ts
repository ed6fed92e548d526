/** What the rules of the benefit programmes forbid or note: a part of the one list of reasons. */
export const BENEFIT_REASONS = {
  'contribution-years-missing': 'Fewer than three years of contributions; scholarships need them here.',
  'event-opens-no-scholarship':
    'Scholarships follow a death, or a total disability by a work accident; neither was granted for this day.',
  'granted-elsewhere':
    'What opens the scholarship was granted elsewhere, as papers say; it is not known here.',
  'inability-from-differs':
    'When income was granted before for this accident, another day was its first without work.',
  'savings-by-statement-alone':
    'No contribution to this programme is known here up to that day: all savings are those of the operator’s statement. Weigh whether it is of this member, and what it shows.',
  'whole-sum-granted': 'All of it was granted before; what came since is paid as findings show it.',
  'earlier-grant-not-reckoned':
    'Something of it was granted before, which is not taken off here since findings are missing.',
  'child-birth-date-differs': 'The letter of the child came with another birth date before.',
  'child-birth-date-known':
    'Another letter has the birth date of this child: they may be twins, or one child that is claimed for twice.',
  'child-birth-date-forgotten':
    'The birth dates of children of earlier claims were erased: this may be one of them under another letter.',
  'cause-not-of-programme': 'Accidents on the way and occupational diseases are insured by JKK alone.',
  'causes-exclude-each-other':
    'An accident on the way and an occupational disease are two causes; claim for each of them by itself.',
  'diagnosed-late':
    'The disease was diagnosed more than three years after the work that is said to have caused it.',
  'claim-lapsed': 'The time in which this may be claimed is over.',
  'reported-late': 'The accident was not reported in time.',
  'outcome-told-late': 'That the injured recovered or stays disabled was not told in time.',
  'waiting-month-not-over': 'Savings are paid a month after work ended.',
  'age-not-reached': 'The age from which this is paid was not reached.',
  'membership-too-short': 'A part of the savings is paid after ten years of membership.',
  'account-missing': 'It is not known to which account the money goes; state it before it is sent.',
  'account-in-use':
    'Money of the claim is on its way to its account, or has arrived there; another account is taken once it failed or came back.',
  'account-correction-open':
    'Another account was stated, which a second person has to confirm before the money is ordered.',
  'account-refused': 'The bank does not pay to this account; look at the number again.',
  'bank-silent': 'The bank did not take the account in, so nothing was changed; try again later.',
  'pension-months-not-come':
    'More months of the pension are claimed than have come since the event and were not granted before.',
} as const;
