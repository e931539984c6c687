import { sameWords } from './same.ts'

const JOINT = /^(?:这份|上述|有关|关于|发布的?|[的年度在等于该本此及和第号期份])/u
const ISSUER = /局|厅|委员会|部|署|政府|中心|院|委(?!员)/u
/** What one office passes on is told by another. */
const PASSED_ON = /转发|印发|批转/u
const LEAST = 2

/** Whether a name is put together from telling pieces of a title: its issuer, its number, its kind. */
export function isNamedIn(name: string, titleView: string, homes: readonly string[]): boolean {
  const [called, title] = [plain(name), plain(titleView)]
  if (called.length < 4 || PASSED_ON.test(titleView)) return false
  const numbers = new Set(title.match(/\d+/gu))
  if (!(called.match(/\d+/gu) ?? []).every((number) => numbers.has(number))) return false
  if (!(called.match(/\d+年第\d+号/gu) ?? []).every((number) => title.includes(number))) return false
  const pieces = (called.match(/\D+/gu) ?? []).flatMap((words) => piecesOf(words, title) ?? [''])
  const isTelling =
    pieces.some((piece) => ISSUER.test(piece) || homes.includes(piece)) ||
    pieces.join('').length >= 5 ||
    called === title
  return isTelling && pieces.length > 0 && pieces.every((piece) => piece !== '')
}

/** The longest runs of the words that stand in the title; undefined where others are left. */
function piecesOf(words: string, title: string): readonly string[] | undefined {
  const pieces: string[] = []
  let rest = words
  while (rest !== '') {
    let length = rest.length
    while (length > 0 && !title.includes(rest.slice(0, length))) length--
    const joint = length < LEAST ? JOINT.exec(rest)?.[0] : undefined
    if (length < LEAST && joint === undefined) return undefined
    if (joint === undefined) pieces.push(rest.slice(0, length))
    rest = rest.slice(joint?.length ?? length)
  }
  return pieces
}

function plain(words: string): string {
  return sameWords(words)
    .replace(/^中华人民共和国/u, '')
    .replace(/[《》"'“”‘’「」『』()（）\s]/gu, '')
}
