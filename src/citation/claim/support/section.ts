import { type PreparedEvidence, prepareEvidence } from '../clause/evidence.ts'

/** A part of a text that has a title of its own, and where it begins. */
export interface Titled {
  readonly prepared: PreparedEvidence
  readonly start: number
}

const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|[(（]?[一二三四五六七八九十\d]{1,3}[)）.、]|第[一二三四五六七八九十]{1,3}[章节部分篇]+\s*)\s*/u
const TITLE =
  /(?:报告|公报|通报|通知|条例|办法|细则|规定|意见|方案|预案|规划|计划|纲要|要点|安排|公告|通告|答复|回复|决定|情况|发布会|实录|说明|释义|摘要|草案|执行|标准|指南)(?:[(（][^()（）]{1,12}[)）])?$/u
const MOST_LETTERS = 45
const known = new WeakMap<PreparedEvidence, readonly Titled[]>()

/** A compilation as the texts it is made of; any other text as itself. */
export function sectionsOf(prepared: PreparedEvidence): readonly Titled[] {
  const cached = known.get(prepared)
  if (cached !== undefined) return cached
  const titles = prepared.isPart === true ? [] : titlesIn(prepared)
  const sections = titles.length < 2 ? [{ prepared, start: 0 }] : cutAt(titles, prepared)
  known.set(prepared, sections)
  return sections
}

interface Title {
  readonly name: string
  readonly start: number
  readonly end: number
}

function titlesIn({ view }: PreparedEvidence): readonly Title[] {
  const titles: Title[] = []
  for (const { 0: line, index } of view.matchAll(/[^\n]+/gu)) {
    const name = line.trim().replace(NUMBERED, '')
    const isShort = line.trim().length <= MOST_LETTERS && name.length >= 6
    if (isShort && name !== line.trim() && TITLE.test(name) && !/[。;,:]/u.test(name))
      titles.push({ name, start: index, end: index + line.length })
  }
  return titles
}

function cutAt(titles: readonly Title[], { evidence }: PreparedEvidence): readonly Titled[] {
  const cuts = titles.map(({ name, end }, number) => {
    const text = evidence.text.slice(end, titles[number + 1]?.start ?? evidence.text.length)
    return { prepared: prepareEvidence({ title: name, text }), start: end }
  })
  const head = evidence.text.slice(0, titles[0]?.start ?? 0)
  return [{ prepared: prepareEvidence({ ...evidence, text: head }), start: 0 }, ...cuts]
}
