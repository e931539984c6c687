/** Marks that may stand behind the end of a sentence and belong to it. */
const CLOSING = '”’」』）)》〉"\''
const END = new RegExp(`(?<=[。！？；!?;][${CLOSING}]*)(?![${CLOSING}])`, 'u')
const TOKEN = /\d+(?:\.\d+)?|[a-z]+|\p{Script=Han}/gu

/** Sentences of a Chinese text, closing quotes kept; a line ends one, and a row of a table is one. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => (isTableRow(line) ? [line] : line.split(END)))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

function isTableRow(line: string): boolean {
  return line.split(/[|｜\t]/u).length > 2
}

/** A text without its blanks, in one width. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}

/** Han letters one by one, numbers and Latin words whole; marks say nothing. */
export function characterTokens(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(TOKEN) ?? []
}

/** F1 of the shared character tokens; 0 for an empty answer, null where the gold is empty. */
export function characterF1(answer: string, gold: string): number | null {
  const wanted = characterTokens(gold)
  if (wanted.length === 0) return null
  const given = characterTokens(answer)
  const left = new Map<string, number>()
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1)
  let shared = 0
  for (const token of given) {
    const count = left.get(token) ?? 0
    if (count > 0) shared++
    left.set(token, count - 1)
  }
  return (2 * shared) / (given.length + wanted.length)
}
