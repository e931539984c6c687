/** The files that were asked, as they read. */
export type Texts = ReadonlyMap<string, string>

const split = new WeakMap<Texts, Map<string, readonly string[]>>()

/** A file by code points, which are what offsets count. */
export function lettersOf(file: string, texts: Texts): readonly string[] {
  const own = split.get(texts) ?? new Map<string, readonly string[]>()
  split.set(texts, own)
  const letters = own.get(file) ?? [...(texts.get(file) ?? '')]
  own.set(file, letters)
  return letters
}
