/** English terms with what Chinese plans write for them. */
export interface Glossary {
  /**
   * Chinese wordings, the likeliest first; empty when the term is not known.
   * @param term words without their endings (`stem`), joined by blanks
   */
  wordings(term: string): readonly string[]
  /** Words of the longest term. */
  readonly longestTerm: number
}
