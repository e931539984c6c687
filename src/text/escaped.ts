/** Words for an expression that are to stand there letter for letter. */
export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
