import { RIVALS } from '../answer/index.ts'
import { ALTERNATIVES, type Catalogue, COMMON_WEIGHT, understand } from '../retrieval/index.ts'
import * as phrase from './lexicon.ts'

const PER_HEAD =
  /(?<per>每\s*[\d.]*[十百千万]*(?:名|个)?(?:常住|户籍)?(?:人口|人)?(?:拥有)?)(?<thing>[^的,，]{2,12}?)(?<measure>数量?|率|量)?(?=(?:的)?(?:目标值?|要|是|为|达|应|分别|多少|几|[?？]|$))/u
const ASKED_NOUN = /(?:多少|(?<!哪)几)(?:名|个|家|张|台|所|人次|人|座|辆|支|例|对|项)?/u

/**
 * What was asked, asked about another topic: the part of it that the new words stand beside is replaced, so that
 * 每千人医师数 becomes 每千人护士数; where none does, the new words take the place of the whole.
 */
export function withTopic(body: string, topic: string, catalogue: Catalogue): string {
  return (
    replaceFigure(body, topic) ??
    replaceRival(body, topic) ??
    replaceHead(body, topic, catalogue) ??
    replaceShape(body, topic, catalogue) ??
    replacePerHead(body, topic) ??
    replaceAsked(body, topic, catalogue) ??
    replaceModified(body, topic, catalogue) ??
    askPlainly(body, topic)
  )
}

/** 60岁以上 after 80岁以上: another figure before the same words. */
function replaceFigure(body: string, topic: string): string | undefined {
  const words = /^\d+(?:\.\d+)?(?<words>\D{2,})$/u.exec(topic)?.groups?.words
  if (words === undefined) return undefined
  const at = new RegExp(`\\d+(?:\\.\\d+)?${words}`, 'u').exec(body)
  return at === null ? undefined : body.replace(at[0], topic)
}

/** 2型 and 执业 belong to the one thing and not to what takes its place. */
const QUALIFIER = '(?:[\\dⅠⅡ一二]型|执业[(（]助理[)）]|执业助理|执业|注册)?'

/** 医师 beside 护士, 城市 beside 农村: one excludes the other. */
function replaceRival(body: string, topic: string): string | undefined {
  for (const row of RIVALS) {
    const words = row.flatMap((word) => [word, ...(ALTERNATIVES.get(word) ?? [])])
    const named = row.find((word) => topic === word)
    if (named === undefined) continue
    const other = words.find((word) => word !== named && body.includes(word))
    if (other !== undefined) return body.replace(new RegExp(`${QUALIFIER}${other}`, 'gu'), topic)
  }
  return undefined
}

/** 婴儿死亡率 after 孕产妇死亡率: the same head with another word before it. */
function replaceHead(body: string, topic: string, catalogue: Catalogue): string | undefined {
  const { view, pieces } = understand(body, catalogue)
  if (view.length !== body.length) return undefined
  for (let length = topic.length - 1; length >= 2; length--) {
    const head = topic.slice(-length)
    for (const { text, start, weights } of pieces) {
      const at = text.indexOf(head)
      if (at === -1) continue
      let from = at
      while (from > 0 && isWordOfTopic(text[from - 1], weights[from - 1])) from--
      // A long run before the head is a whole phrase, of which only the last word is another.
      const modifier = topic.length - head.length
      if (at - from > modifier + 2) from = at - modifier
      return body.slice(0, start + from) + topic + body.slice(start + at + head.length)
    }
  }
  return undefined
}

/** Neither a planning word nor one that only ties the topic to what stands before it. */
function isWordOfTopic(letter = '', weight = 0): boolean {
  return weight > COMMON_WEIGHT && !/[为在给对把将由向和与及]/u.test(letter)
}

/** 硕士 after 博士, 二级 after 三级: as long, and alike where words of one kind are alike. */
function replaceShape(body: string, topic: string, catalogue: Catalogue): string | undefined {
  const { view, pieces } = understand(body, catalogue)
  if (view.length !== body.length) return undefined
  const last = topic.at(-1)
  for (const { text, start, weights } of pieces) {
    for (let at = 0; at + topic.length <= text.length; at++) {
      const word = text.slice(at, at + topic.length)
      if (word.at(-1) !== last || !isAlike(word, topic)) continue
      const from = start + at - lettersBefore(weights, at)
      return body.slice(0, from) + topic + body.slice(start + at + topic.length)
    }
  }
  return undefined
}

/** A letter or two that belong to the same word. */
function lettersBefore(weights: readonly number[], at: number): number {
  let count = 0
  while (count < at && weights[at - count - 1] === 1) count++
  return count <= 2 ? count : 0
}

function isAlike(word: string, topic: string): boolean {
  const shared = [...topic].filter((letter, at) => word[at] === letter).length
  return shared < topic.length && shared * 2 >= topic.length
}

/** Something else counted for each thousand people. */
function replacePerHead(body: string, topic: string): string | undefined {
  const groups = PER_HEAD.exec(body)?.groups
  if (groups === undefined || /[率数量]$/u.test(topic) === (groups.measure !== undefined)) return undefined
  const { per = '', thing = '' } = groups
  return body.replace(per + thing, per + topic)
}

/** 覆盖多少青少年 after 覆盖多少儿童: what is counted stands right behind the asking, and nothing behind it. */
function replaceAsked(body: string, topic: string, catalogue: Catalogue): string | undefined {
  const asked = ASKED_NOUN.exec(body)
  const { view, pieces } = understand(body, catalogue)
  const last = pieces.at(-1)
  if (asked === null || last === undefined || view.length !== body.length) return undefined
  const isLast = /^[\s\p{P}]*$/u.test(body.slice(last.start + last.text.length))
  if (!isLast || last.start !== asked.index + asked[0].length) return undefined
  return body.slice(0, last.start) + topic + body.slice(last.start + last.text.length)
}

const LONGEST_NOUN = 8

/** 给基层配的救护车 after 给基层配的彩超: what 的 leads to is another, what stands before it remains. */
function replaceModified(body: string, topic: string, catalogue: Catalogue): string | undefined {
  const { view, pieces } = understand(body, catalogue)
  if (view.length !== body.length) return undefined
  for (const { text, start, weights } of pieces.toReversed()) {
    const at = text.lastIndexOf('的') + 1
    const length = text.length - at
    if (at === 0 || length < 2 || length > LONGEST_NOUN || weights.slice(at).some((weight) => weight < 1))
      continue
    return body.slice(0, start + at) + topic + body.slice(start + text.length)
  }
  return undefined
}

/** The same asking in its plainest form; the unit of what was asked before may not fit. */
function askPlainly(body: string, topic: string): string {
  if (phrase.REASON.test(body)) return `为什么提出${topic}？`
  if (/谁|(?:哪|责任|牵头).{0,4}(?:单位|部门|机构)/u.test(body)) return `${topic}由谁负责？`
  if (/什么时候|何时|哪天|哪年|几月|时限/u.test(body)) return `${topic}什么时候完成？`
  if (ASKED_NOUN.test(body) || /百分之|比例|目标值/u.test(body)) return `${topic}是多少？`
  if (/哪些|哪几|哪[一二三四五六七八九十两]/u.test(body)) return `${topic}有哪些？`
  if (/哪|什么|怎么|如何|怎样/u.test(body)) return `${topic}有哪些要求？`
  if (/有没有|是否|有无|吗|没有/u.test(body)) return `有没有提到${topic}？`
  return `${topic}有哪些要求？`
}
