/** For a word of a list that stands first: «Мұғалім». */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
