import type { Metadata, Part, Range } from '../../corpus/index.ts'
import { firstEndingAfter, normalisedView } from '../../corpus/index.ts'
import { BODY_NAME, SEAL, SIGNATURE } from '../body-name.ts'
import type { Line } from '../line.ts'
import { datedLine, isPrintedLine, isSignatureLine } from '../official-form.ts'

type Field = Metadata['issuer']

export interface IssueInput {
  readonly text: string
  readonly view: string
  readonly lines: readonly Line[]
  /** The lines that are neither blank nor excluded. */
  readonly readable: readonly Line[]
  readonly parts: readonly Part[]
  readonly title: Range | null
}

const LONGEST_LABELLED_LINE = 120
const LONGEST_SIGNATURE = 200
const SEALED = new RegExp(`${SEAL}$`, 'u')
const NAMES = `${BODY_NAME.source.slice(1)}(?:[\\s、]+${BODY_NAME.source.slice(1)})*`
const LABEL = '(?:(?:发文|发布|印发|制发|制定|起草|公开)(?:单位|机关|机构|部门))'
const LABELLED = new RegExp(`${LABEL}\\s*[:：]?\\s*(?<issuer>${NAMES})`, 'u')
/** A source named by a web page says less than an issuer named as such. */
const SOURCE = new RegExp(`(?:信息|文章|稿件)?来\\s*源\\s*[:：]?\\s*(?<issuer>${NAMES})`, 'u')
/** In tables that were saved cell by cell the label has a line of its own. */
const LABEL_ALONE = new RegExp(`^${LABEL}\\s*[:：]?$`, 'u')
const RED_HEAD = new RegExp(`^(?<issuer>${NAMES})\\s*文件$`, 'u')
const ABOUT = new RegExp(`^(?<issuer>${NAMES})\\s*关于`, 'u')
const TITLED = new RegExp(
  `^(?:20\\d{2}年(?:度)?)?(?<issuer>${BODY_NAME.source.slice(1)})(?=\\s*(?:20\\d{2}|二[〇○零]|[“"]?十[一二三四五六]五|工作要点|工作计划|年度))`,
  'u',
)
/** How far down a red head or a notice's title stands. */
const HEAD = 30

/**
 * Who issued the document: the signature (also the one in brackets below a title), the red head, a label, the body
 * at the head of the notice's title or of the plan's; the source a web page names is only inferred to be it.
 */
export function findIssuer(input: IssueInput): Field {
  const { text, view, lines, readable, title } = input
  const head = readable.slice(0, HEAD)
  const stated = signatureOf(input) ?? inLines(head, RED_HEAD) ?? labelled(lines) ?? inLines(head, ABOUT)
  if (stated !== undefined) return field(text, stated, false)
  const source = inLines(lines, SOURCE)
  const titled = title === null ? undefined : inTitle(view, title)
  if (titled !== undefined && !(source !== undefined && isLongerFor(view, source, titled))) {
    return field(text, titled, false)
  }
  const printed = source ?? printingBody(readable)
  return printed === undefined ? null : field(text, printed, true)
}

function inTitle(view: string, title: Range): Range | undefined {
  const match = TITLED.exec(view.slice(title.start, title.end))
  const issuer = match?.groups?.issuer
  if (match === null || issuer === undefined) return undefined
  const start = title.start + match[0].length - issuer.length
  return { start, end: start + issuer.length }
}

/** 青岛市卫生健康委员会 is the full name of 市卫生健康委. */
function isLongerFor(view: string, source: Range, titled: Range): boolean {
  const [long, short] = [view.slice(source.start, source.end), view.slice(titled.start, titled.end)]
  return long.length > short.length && long.includes(short.replace(/委$/u, ''))
}

function inLines(lines: readonly Line[], pattern: RegExp): Range | undefined {
  for (const { view, content } of lines) {
    if (view.length > LONGEST_LABELLED_LINE) continue
    const match = pattern.exec(view)
    const issuer = match?.groups?.issuer
    if (match === null || issuer === undefined) continue
    const start = content.start + match.index + match[0].indexOf(issuer)
    return { start, end: start + issuer.length }
  }
  return undefined
}

function labelled(lines: readonly Line[]): Range | undefined {
  const filled = lines.filter(({ view }) => view !== '' && view.length <= LONGEST_LABELLED_LINE)
  const alone = filled.findIndex(({ view }) => LABEL_ALONE.test(view))
  const below = alone === -1 ? undefined : filled[alone + 1]
  return below !== undefined && SIGNATURE.test(below.view) ? below.content : inLines(filled, LABELLED)
}

/** Several signers stand on one line or on several; the value joins them as a text would. */
function field(text: string, evidence: Range, inferred: boolean): Field {
  const words = text.slice(evidence.start, evidence.end)
  const names = words.slice(0, words.length - (SEALED.exec(normalisedView(words))?.[0].length ?? 0))
  const value = names.trim().replace(/[\s、]+/gu, '、')
  return { value, evidence: { start: evidence.start, end: evidence.start + names.length }, inferred }
}

/** The bodies on a dated line or on the lines in front of it, or under the plan without a date. */
function signatureOf({ view, readable, parts }: IssueInput): Range | undefined {
  for (const [index, line] of readable.entries()) {
    const dated = datedLine(line)
    if (dated === undefined) continue
    if (dated.issuer !== null) return dated.issuer
    const signed = signersUpTo(readable, index)
    if (signed === undefined || view.slice(signed.start, signed.end).length > LONGEST_SIGNATURE) continue
    return signed
  }
  const last = readable.findIndex((line, index) => {
    const isUnder = firstEndingAfter(parts, line.start)?.kind === 'imprint'
    return isUnder && isSignatureLine(line, readable[index + 1]) && SIGNATURE.test(line.view)
  })
  return readable[last]?.content
}

function signersUpTo(lines: readonly Line[], date: number): Range | undefined {
  let first = date
  while (first > 0 && date - first < 8) {
    const line = lines[first - 1]
    const isSigner =
      line !== undefined && (first === date ? isSignatureLine(line, lines[date]) : SIGNATURE.test(line.view))
    if (!isSigner) break
    first--
  }
  const [from, to] = [lines[first], lines[date - 1]]
  return first === date || from === undefined || to === undefined
    ? undefined
    : { start: from.content.start, end: to.content.end }
}

/** The office that printed a document belongs to the body that issued it. */
function printingBody(lines: readonly Line[]): Range | undefined {
  const line = lines.findLast(isPrintedLine)
  const name = line === undefined ? undefined : BODY_NAME.exec(line.view)?.[0]
  if (line === undefined || name === undefined) return undefined
  const body = name.replace(/(?<=委员会|[局厅]|卫健委|健康委)(?:综合)?办公[厅室]$/u, '')
  return { start: line.content.start, end: line.content.start + body.length }
}
