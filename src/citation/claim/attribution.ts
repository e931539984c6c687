import type { Range } from '../../corpus/index.ts'
import { parseChineseNumeral } from '../../text/index.ts'
import { type PreparedEvidence, stretchOf } from './clause/evidence.ts'
import { homesOf, isCalled } from './clause/source.ts'
import { saidBy, sentenceEnd, speakersIn } from './clause/speaker.ts'
import { isNamedIn } from './support/title-name.ts'

/** The words at the head of a claim that say who says it, and the stretch of the text that does. */
export interface Attribution {
  readonly name: string
  /** The claim without them. */
  readonly told: string
  readonly within: PreparedEvidence
}

/** Verbs that only say that something is told; 要求 says that it is to be done. */
const SAYING =
  '明确提出|明确指出|明确规定|答复|回复|提出|明确|指出|规定|强调|显示|载明|写明|表明|公布|通报|介绍|披露|透露|表示|提到|获悉|统计|发布消息|消息|称|说'
const DEMAND = '明确要求|要求'
const HEAD = new RegExp(
  `^(?<opener>根据|按照|依据|依照|据|依|按|在|从)?(?<name>[^,;。:]{0,45}?)(?:中|里|上|方面)?的?(?:(?<say>${SAYING})(?:称|说)?|(?<demand>${DEMAND}))了?[,:]?`,
  'u',
)
const ACCORDING =
  /^(?:根据|按照|依据|依照|据|依|按|在)(?<name>[^,;。:]{2,45}?)(?:中|里)?(?:的)?(?:规定|要求|数据|内容)?,/u
const ARTICLE =
  /第\s*(?<number>[一二三四五六七八九十百零\d]{1,7})\s*条(?:第[一二三四五六七八九十\d]{1,3}款)?$/u
const NAMING = new RegExp(`^(?:根据|按照|依据|依照|据|依|按|在|从)|${SAYING}|${DEMAND}`, 'u')
const MOST_LETTERS = 60

interface Head {
  readonly name: string
  readonly length: number
  readonly isDemand: boolean
}

/** Who a claim may say it is told by, wherever the text bears that out. @param view normalised claim */
export function attributionsIn(view: string, prepared: PreparedEvidence): readonly Attribution[] {
  const said = headsOf(view).flatMap(({ name, length, isDemand }) =>
    stretchesCalled(name, isDemand, prepared).map((within) => ({
      name,
      told: ' '.repeat(length) + view.slice(length),
      within,
    })),
  )
  return [...said, ...aimsIn(view, prepared)]
}

/** Every place where the words in front may end, longest first. */
function headsOf(view: string): readonly Head[] {
  const start = /^\s*/u.exec(view)?.[0].length ?? 0
  const words = view.slice(start, start + MOST_LETTERS)
  if (!NAMING.test(words)) return []
  const heads: Head[] = []
  for (let end = Math.min(words.length, MOST_LETTERS); end > 2; end--) {
    const cut = words.slice(0, end)
    for (const match of [HEAD.exec(cut), ACCORDING.exec(cut)])
      if (match !== null && match[0].length === end)
        heads.push({
          name: match.groups?.name ?? '',
          length: start + end,
          isDemand: match.groups?.demand !== undefined,
        })
  }
  return heads
}

function stretchesCalled(
  name: string,
  isDemand: boolean,
  prepared: PreparedEvidence,
): readonly PreparedEvidence[] {
  const article = ARTICLE.exec(name)
  if (article !== null) {
    const title = name.slice(0, article.index)
    const range = articleIn(prepared, article.groups?.number ?? '')
    return range !== undefined && (title === '' || isTitled(title, prepared))
      ? [stretchOf(prepared, range)]
      : []
  }
  if (isTitled(name, prepared)) return [saidBy(name, prepared)]
  return speakersIn(prepared)
    .filter((speaker) => speaker.isDemand === isDemand && speaker.isCalled(name))
    .map(({ range }) => stretchOf(prepared, range))
}

function isTitled(name: string, prepared: PreparedEvidence): boolean {
  return isCalled(name, prepared) || isNamedIn(name, prepared.titleView, homesOf(prepared))
}

/** From the mark of an article to the next. */
function articleIn({ view }: PreparedEvidence, number: string): Range | undefined {
  const marks = [
    ...view.matchAll(/(?<=^|[\n。;\s])第\s*(?<number>[一二三四五六七八九十百零\d]{1,7})\s*条(?=\s)/gu),
  ]
  const at = marks.findIndex((mark) => numeral(mark.groups?.number ?? '') === numeral(number))
  const mark = marks[at]
  return mark === undefined ? undefined : { start: mark.index, end: marks[at + 1]?.index ?? view.length }
}

function numeral(written: string): number {
  return /^\d+$/u.test(written) ? Number(written) : (parseChineseNumeral(written) ?? -1)
}

const AIM =
  /^(?<head>[^,;。:]{2,30}?)的?(?<name>(?:年度|发展|主要|总体|预期)*目标)(?:值)?(?:设定|确定|定)?[是为]:?(?<rest>[^;。]{2,})[。;]?$/u
const HEADING = /(?:主要|总体|预期|具体)目标[是为]?$/u

/** 今年粮食产量的预期目标是130万吨 says 今年粮食产量130万吨 of what stands under 今年主要预期目标是. */
function aimsIn(view: string, prepared: PreparedEvidence): readonly Attribution[] {
  const { head = '', name = '', rest = '' } = AIM.exec(view.trim())?.groups ?? {}
  if (rest === '') return []
  return prepared.segments.flatMap((segment) =>
    segment.clauses
      .filter((clause) => HEADING.test(clause.letters) && /^[:\s]/u.test(prepared.view.slice(clause.end)))
      .map(({ end }) => ({
        name,
        told: head + rest,
        within: stretchOf(prepared, { start: end, end: sentenceEnd(segment, prepared.segments) }),
      })),
  )
}
