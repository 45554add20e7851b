import type * as policies from '@academy/policy'

/** Where no function of packages/policy decides, who may is said in one of these words. */
export const IN_WORDS = [
  /** Strangers too: it shows nothing and changes nothing of anybody's. */
  'anybody',
  /** About the one who asks, whoever that is. */
  'oneself',
  /** A secret of 128 bits or more; every link that does not work is answered alike. */
  'whoever holds the link',
  /** A carrier: what it carries names its own. */
  'the policy of the called procedure',
  'the policy of the stream',
  'the policy of what the file belongs to',
  'streams already followed',
] as const

/** What every way in names: the function of packages/policy that answers there, or who may in words. */
export type PolicyName = Extract<keyof typeof policies, `may${string}`> | (typeof IN_WORDS)[number]
