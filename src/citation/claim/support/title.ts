import { parseChineseNumeral } from '../../../text/index.ts'
import type { PreparedEvidence } from '../clause/evidence.ts'
import { isCalled, namedSource } from '../clause/source.ts'
import { saidBy } from '../clause/speaker.ts'
import { VERB } from '../word/adverb.ts'
import { wordsAt } from '../word/lexicon.ts'
import { rewritten } from './rewrite.ts'
import type { Wording } from './wording.ts'

const SAID =
  /^(?:根据|按照|依据|依照|据|在|依|按|从)?(?<name>[^,;。:]{2,40}?)(?:中|里|上|方面)?(?:的)?(?:明确提出|明确要求|明确规定|明确指出|介绍|披露|提出|明确|指出|规定|要求|强调|显示|载明|写明|表明|公布|通报|称)了?,?/u

/** 据…公报, in front of what is told. */
const ACCORDING =
  /^(?:根据|按照|依据|依照|据|依|按)(?<name>[^,;。:]{2,40}?)(?:中|里)?(?:的)?(?:规定|要求|部署|安排|数据|内容)?,/u

/** What a claim says, and what of the text its source answers for. */
interface Sourced {
  readonly told: string
  readonly within: PreparedEvidence
}

/** The claim with the source it names blanked out, where the text is that source. */
export function withoutSource(view: string, prepared: PreparedEvidence): Sourced {
  const known = namedSource(view)
  const matches = [SAID.exec(view), ACCORDING.exec(view)]
  const candidates = [
    ...byTitle(view, prepared),
    ...(known === undefined ? [] : [known]),
    ...matches.flatMap((match) =>
      match === null ? [] : [{ name: match.groups?.name ?? '', length: match[0].length }],
    ),
  ]
  const found = candidates
    .sort((a, b) => b.length - a.length)
    .find(({ name }) => isFromTitle(name, prepared) || isQuoted(name, prepared) || isCalled(name, prepared))
  if (found === undefined) return { told: view, within: prepared }
  const told = ' '.repeat(found.length) + view.slice(found.length)
  return { told, within: saidBy(found.name, prepared) }
}

const SAYS =
  /^(?:中|里)?(?:明确提出|明确要求|明确规定|明确指出|提出|明确|指出|规定|要求|强调|显示|载明|写明|表明|公布|通报|提到|称|来?看)了?,?|^(?:的)?(?:规定|要求|数据|内容)?,/u

/** The whole title in front of what is told, whatever stands in it: 某局：某某公告明确，…. */
function byTitle(view: string, { titleView }: PreparedEvidence): readonly { name: string; length: number }[] {
  const opener = /^(?:根据|按照|依据|依照|据|在|依|按|从)?[《]?/u.exec(view)?.[0] ?? ''
  if (titleView === '' || !view.startsWith(titleView, opener.length)) return []
  const mark = view[opener.length + titleView.length] === '》' ? 1 : 0
  const end = opener.length + titleView.length + mark
  const says = SAYS.exec(view.slice(end))?.[0]
  return says === undefined ? [] : [{ name: titleView, length: end + says.length }]
}

/** A document that the text itself speaks of by its title. */
function isQuoted(name: string, { view }: PreparedEvidence): boolean {
  return /^《.{4,}》$/u.test(name) && view.includes(name)
}

/** Whether a name is made of pieces of the title; a number only of the same number. */
function isFromTitle(name: string, { titleView }: PreparedEvidence): boolean {
  const title = plain(titleView)
  const numbers = new Set(title.match(/\d+/gu))
  const called = plain(name)
  if (!(called.match(/\d+/gu) ?? []).every((number) => numbers.has(number))) return false
  return (called.match(/\D+/gu) ?? []).every((piece) => isMadeOf(piece, title))
}

function isMadeOf(words: string, title: string): boolean {
  let rest = words
  while (rest !== '') {
    const joint = /^(?:这份|上述|有关|[的年度在等于该本此及和])/u.exec(rest)?.[0]
    if (joint !== undefined) {
      rest = rest.slice(joint.length)
      continue
    }
    let length = rest.length
    while (length > 0 && !title.includes(rest.slice(0, length))) length--
    if (length < 2) return false
    rest = rest.slice(length)
  }
  return true
}

/** Without quotation marks, years in figures. */
function plain(words: string): string {
  return rewritten(words)
    .replace(/[《》"'“”‘’「」『』\s]/gu, '')
    .replace(/[一二][〇零○一二三四五六七八九]{3}(?=年)/gu, (year) =>
      String(parseChineseNumeral(year) ?? year),
    )
}

const KIND =
  /(?<kind>条例|办法|规定|细则|通知|意见|方案|预案|规划|计划|纲要|要点|公告|通告|决定|指南|标准|报告|公报)$/u

/** How a text calls itself: 本条例; empty where its title does not say what it is. */
export function selfNames({ titleView }: PreparedEvidence): readonly string[] {
  const kind = KIND.exec(titleView)?.groups?.kind
  return kind === undefined ? [] : [`本${kind}`, `该${kind}`]
}

/** The claim with the text named as the text names itself. */
export function inOwnName(view: string, prepared: PreparedEvidence): string {
  const [self] = selfNames(prepared)
  return self === undefined ? view : view.replaceAll(`《${prepared.titleView}》`, self)
}

/** How many tokens at the head of a clause only repeat the title. */
export function titleFree({ tokens }: Wording, { titleView }: PreparedEvidence): number {
  let length = 0
  let words = ''
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'home') {
      if (words === '' || titleView.includes(words)) length = at + 1
      continue
    }
    if (token.kind !== 'letter') break
    words += token.keys[0]
    if (words.length >= 2 && titleView.includes(words)) length = at + 1
    else if (words.length >= 2) break
  }
  return length
}

const LEAST_TITLED = 2
const PLACE =
  /[省市县区州镇乡村街镇部局厅委院司]|全国|中央|地方|新|其中|占|比|预|算|草案|安排|目标|任务|要点|方案|规划|计划|工作|报告|决定|意见|将|拟|要|年/u

/** Whether words only name what is spoken of: no place or office, and nothing that states, plans or moves. */
function isTopic(words: string): boolean {
  if (PLACE.test(words) || VERB.test(words)) return false
  return ![...words].some((_, at) => wordsAt(words, at).some(({ kind }) => kind !== 'plain'))
}

/** The tokens of a clause that stand, two and more together, in the title: what the whole text is about. */
export function titledIn({ tokens }: Wording, { titleView }: PreparedEvidence): readonly boolean[] {
  const title = rewritten(titleView)
  const titled = tokens.map(() => false)
  for (let at = 0; at < tokens.length; at++) {
    let words = ''
    let end = at
    while (tokens[end]?.kind === 'letter' && title.includes(words + (tokens[end]?.keys[0] ?? '')))
      words += tokens[end++]?.keys[0] ?? ''
    if (end - at < LEAST_TITLED) continue
    titled.fill(isTopic(words), at, end)
    at = end - 1
  }
  return titled
}
