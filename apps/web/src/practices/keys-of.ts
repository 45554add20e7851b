/** What one may choose from, in the order its words stand in: the lists themselves would be in every first page. */
export const keysOf = <K extends string>(words: Record<K, string>): K[] => Object.keys(words) as K[]
