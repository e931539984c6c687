import type { Metadata, Range } from '../../corpus/index.ts'
import type { Line } from '../line.ts'

const YEAR = '[〔\\[(【﹝［]\\s*[12]\\d{3}\\s*[〕\\])】﹞］]'
const NUMBER = `(?:[\\p{Script=Han}·]{1,14}\\s*${YEAR}\\s*第?\\s*\\d{1,4}\\s*号|(?:[\\p{Script=Han}]{1,14}\\s*)?[12]\\d{3}\\s*年?\\s*第\\s*\\d{1,4}\\s*号)`
const ALONE = new RegExp(`^[(]?(?<number>${NUMBER})[)]?(?:\\s+签发人.*|\\s*签发人\\s*[:：].*)?$`, 'u')
const BEHIND_TITLE = new RegExp(`(?:通知|要点|计划|规划|方案|意见|函)\\s*[(]?(?<number>${NUMBER})[)]?$`, 'u')
const LABEL = '(?:发文字号|发文文号|公文文号|文件编号|文件文号|发文号|文\\s*号|字\\s*号)'
const LABELLED = new RegExp(`${LABEL}[\\s:：|｜]*(?<number>${NUMBER})`, 'u')
const LABEL_ALONE = new RegExp(`^${LABEL}\\s*[:：]?$`, 'u')

/**
 * The document's own number: alone on a line of the head, behind its title, or under its label. A number in the
 * running text is that of another document.
 */
export function findDocumentNumber(
  text: string,
  lines: readonly Line[],
  headEnd: number,
): Metadata['documentNumber'] {
  const filled = lines.filter(({ view }) => view !== '' && view.length <= 160)
  const head = filled.filter(({ start }) => start < headEnd)
  const below = filled[filled.findIndex(({ view }) => LABEL_ALONE.test(view)) + 1]
  const evidence =
    find(head, ALONE) ??
    find(filled, LABELLED) ??
    find(below === undefined ? [] : [below], ALONE) ??
    find(head, BEHIND_TITLE)
  return evidence === undefined
    ? null
    : { value: text.slice(evidence.start, evidence.end), evidence, inferred: false }
}

function find(lines: readonly Line[], pattern: RegExp): Range | undefined {
  for (const { view, content } of lines) {
    const match = pattern.exec(view)
    const number = match?.groups?.number
    if (match === null || number === undefined) continue
    const start = content.start + match.index + match[0].indexOf(number)
    return { start, end: start + number.length }
  }
  return undefined
}
