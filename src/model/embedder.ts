/** Turns texts into L2-normalised vectors of one fixed length. */
export interface Embedder {
  /** Names model and settings; vectors of different ids never meet in one index. */
  readonly id: string
  readonly dimension: number
  /**
   * Whether nearness means likeness of meaning (a trained model) rather than of wording.
   * Only a semantic embedder takes part in ranking the passages for a question.
   */
  readonly isSemantic: boolean
  /**
   * One vector per text, in order. A text without any content yields a unit vector all the same.
   * @throws ModelServerError when a server was asked and failed
   */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
}
