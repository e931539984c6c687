/** Cuts text into words. Query and index must use the same segmenter, so its id is stored with the index. */
export interface Segmenter {
  /** Changes when the dictionary or the cutting changes. */
  readonly id: string
  /**
   * Words in reading order; white space and punctuation may be among them.
   * @param view normalised text (`normalisedView`)
   */
  cut(view: string): readonly string[]
}

/** Finds no words at all: for runtimes where a dictionary does not fit. Bigrams carry the recall. */
export const noWords: Segmenter = { id: 'none', cut: () => [] }
