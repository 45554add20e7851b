/** snowball-stemmers 0.6.0 brings no types. Only what is used here. */
declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string
  }
  const snowball: { newStemmer(language: 'russian' | 'english'): Stemmer }
  export default snowball
}
