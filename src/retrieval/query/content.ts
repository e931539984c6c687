import type { Range } from '../../corpus/index.ts'
import {
  COMMON_WORDS,
  DOCUMENT_WORDS,
  FUNCTION_CHARACTERS,
  LEADING_CHARACTERS,
  QUESTION_WORDS,
  TRAILING_CHARACTERS,
} from './lexicon.ts'

/** One run of a question that carries content, and how much each of its characters weighs. */
export interface ContentPiece {
  /** Offset in the normalised question. */
  readonly start: number
  readonly text: string
  /** One weight per UTF-16 unit of `text`, 0 to 1. */
  readonly weights: readonly number[]
}

/** Weight of planning words; whatever weighs more is the core of the question. */
export const COMMON_WEIGHT = 0.2
const FUNCTION_WEIGHT = 0.35
const PARTICLE_WEIGHT = 0.05
/** 要 asks, unless it belongs to a noun. */
const PARTICLE = /的|(?<![重主需必纲摘])要(?![点素求闻])/gu

const byLength = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length)
/** The unit belongs to the asking: 多少家, 几个百分点. */
const HOW_MANY =
  '(?:是|为|有)?(?:多少|百分之几|百分之多少|哪[一二三四五六七八九十两]+|哪几|几)(?:个?(?:县市|区县|县区|市县|乡镇|镇街|街道|镇|类人|种人)(?!的)|个百分点|分钟|小时|个月|月(?:份|底|初|末|中旬)?(?:之?前)?|平方米|公里|万元|亿元|人次|单位(?=\\p{Script=Han})|床(?!位)|家(?!庭|长|属)|人(?!员|才(?![能可会够算行])|口|群|民)|项(?!目)|门(?!诊)|名(?!医|称)|部(?!分|门|位|队)|[个台所座对管辆例次张万亿元岁天分钟秒支套条件场户种类批成倍年钱步大只头枚幅首株棵块本册篇份处间层届道滴吨克升瓶杯盒袋位米亩里])?'
/** A document that is to be drawn up is what is asked about, not where it is asked. */
const DRAWN_UP = '(?<!制定|拟定|起草|编制|出台|印发|报备|报送|备案|上报|审定|完善|修订)'
/** 管不管, 搞没搞, 给不给, 有没有讲: the verb only asks. */
const A_NOT_A =
  '(?<asked>\\p{Script=Han}{1,2})[不没]\\k<asked>(?:提到|提及|讲到|说到|写到|写进|讲(?![座课解述卫])|说(?!明))?'
/** 咋个走法, 怎么走: asks for the course of a figure. */
const COURSE = '(?:怎么|怎样|如何|咋)个?(?:走|变|涨|降|升)(?:的|法|势)?(?=$|[?？,，。呢啊])'
/** 各定多少, 都有哪些, 谁定得最高: these words only go with the asking. */
const EACH = '各自?(?:定|设|列|提|安排|部署)[了为在到]?(?=多少|几|什么|啥|哪)'
const ALL = '(?<![首成])都(?=有|是|要|干|做|搞|抓|讲|说|写|提|包括|安排|部署|哪|啥|什么)'
const MOST = '(?:定得)?最[高低多少大小快慢](?=$|[?？,，。])'
/** 有什么动作: whatever is asked to be done goes by many names. */
const SAID_OF_DOINGS =
  '(?<=什么|[有些]啥|哪些|有何)(?:大|新|好|具体)?(?:动作|招数|办法|想法|说法|讲究|名堂)(?=$|[?？,，。呢吗啊])'
/** Behind a place or a year, or at the start, 方案 is the paper that is asked. */
const PAPER = '(?<=^| )的?这?个?(?:方案|规划)(?=[\\p{Script=Han}])'
const CUT = new RegExp(
  [
    HOW_MANY,
    A_NOT_A,
    COURSE,
    EACH,
    ALL,
    MOST,
    SAID_OF_DOINGS,
    PAPER,
    '[这那][栋座幢间](?!房)',
    '[一两二三四五几]句话',
    '(?:捋|理|梳理|归纳|总结|概括)[一了]?(?:捋|理|下)',
    '(?:讲|说|写|干|做|抓)(?:了|的|些)+(?:些)?(?=什么|[什啥]|哪些| )',
    '[不没](?=$|[?？])',
    ...byLength([...QUESTION_WORDS, ...DOCUMENT_WORDS]).map((word) =>
      DOCUMENT_WORDS.includes(word) ? DRAWN_UP + word : word,
    ),
  ].join('|'),
  'gu',
)
const COMMON = new RegExp(
  [
    ...byLength(COMMON_WORDS),
    '数目(?!标)',
    '[一二三四五六七八九十两]+[大项](?=行动|任务|工程|举措|措施)',
    // 住院率三年怎么走: behind what is asked about the length of the plan tells nothing.
    '(?<=\\p{Script=Han}{2})(?<![一二三四五六七八九十每第])[两二三四五]年$',
    '分年度?(?:的数)?',
  ].join('|'),
  'gu',
)
const RUN = /[0-9]*[a-z][a-z0-9+-]*|\d+(?:\.\d+)?|\p{Script=Han}+/gu

/**
 * What a question is about, once places, years, document words and asking words are taken out. Each cut
 * leaves a gap, so that no bigram joins two words that were not neighbours.
 * @param view normalised question
 * @param used ranges the filters have consumed
 */
export function contentPieces(view: string, used: readonly Range[]): readonly ContentPiece[] {
  const letters = [...view].map((letter, at) =>
    used.some((range) => range.start <= at && at < range.end) ? ' ' : letter,
  )
  const open = letters.join('').replace(CUT, (word) => ' '.repeat(word.length))
  const pieces: ContentPiece[] = []
  for (const match of open.matchAll(RUN)) {
    const text = trimEdges(match[0])
    const start = match.index + match[0].indexOf(text)
    const isQuoted =
      /[「“"『]$/u.test(view.slice(0, start)) && /^[」”"』]/u.test(view.slice(start + text.length))
    if (text.length > 1 || /\d/.test(text) || (text.length === 1 && isQuoted))
      pieces.push({ start, text, weights: weightsOf(text) })
  }
  return pieces
}

/** Where a text holds planning words, which tell one item from another no more than figures do. */
export function commonRanges(view: string): readonly Range[] {
  return [...view.matchAll(COMMON)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
}

function trimEdges(run: string): string {
  let start = 0
  let end = run.length
  while (start < end && LEADING_CHARACTERS.has(run[start] ?? ''))
    start += run.startsWith('要求', start) ? '要求'.length : 1
  while (end > start && TRAILING_CHARACTERS.has(run[end - 1] ?? '')) end--
  return run.slice(start, end)
}

function weightsOf(text: string): readonly number[] {
  const weights = new Array<number>(text.length).fill(1)
  for (const [at, letter] of [...text].entries())
    if (FUNCTION_CHARACTERS.has(letter)) weights[at] = FUNCTION_WEIGHT
  for (const match of text.matchAll(COMMON))
    weights.fill(COMMON_WEIGHT, match.index, match.index + match[0].length)
  for (const match of text.matchAll(PARTICLE)) weights[match.index] = PARTICLE_WEIGHT
  return weights
}
