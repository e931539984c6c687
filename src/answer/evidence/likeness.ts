import { commonRanges } from '../../retrieval/index.ts'
import type { Topic } from '../question/topic.ts'

/** How a window and a question are alike from the window's side. */
export interface Likeness {
  /** Share of the window's own words that the question says too, 0 to 1; planning words, figures and dates left out. */
  readonly saidShare: number
  /** Length of the longest run of characters that both have. */
  readonly longestRun: number
}

/** Figures with their measure, dates and what surrounds them. */
const FIGURE =
  /(?:到|至|截至|于)?20\d{2}年(?:底|末|前)*|\d{1,2}月(?:底|末|份|前)*|[\d.,]+(?:[-—~至][\d.,]+)?\s*[%‰]?(?:[万亿千百]?(?:\p{Script=Han}(?=$|[,，。、;；]|以上|以下|以内|左右))?)/gu
const FILLER =
  /[的了在对为和与及或等各本我其每从由将把被]|以上|以下|以内|左右|不低于|不少于|不超过|达到|保持|稳定|控制|力争|全[市区县省面年]|[市区县省](?=\p{Script=Han}{2})/gu

const LETTER = /\p{L}/u

/**
 * @param asked normalised question
 * @param view normalised window
 */
export function likenessOf({ synonyms }: Topic, asked: string, view: string): Likeness {
  const isOther = new Uint8Array(view.length)
  for (const pattern of [FIGURE, FILLER])
    for (const { index, 0: found } of view.matchAll(pattern)) isOther.fill(1, index, index + found.length)
  for (const { start, end } of commonRanges(view)) isOther.fill(1, start, end)
  const isSaid = new Uint8Array(view.length)
  let longestRun = 0
  let run = 1
  for (let at = 0; at + 1 < view.length; at++) {
    const isShared = asked.includes(view.slice(at, at + 2))
    if (isShared) isSaid.fill(1, at, at + 2)
    run = isShared ? run + 1 : 1
    if (run > longestRun && asked.includes(view.slice(at + 2 - run, at + 2))) longestRun = run
  }
  for (const own of synonyms) {
    for (const { others } of own) {
      for (const other of others) {
        const at = view.indexOf(other)
        if (at !== -1) isSaid.fill(1, at, at + other.length)
      }
    }
  }
  let own = 0
  let said = 0
  for (let at = 0; at < view.length; at++) {
    if (isOther[at] === 1 || !isLetter(view, at)) continue
    own++
    if (isSaid[at] === 1) said++
  }
  return { saidShare: own === 0 ? 1 : said / own, longestRun }
}

function isLetter(view: string, at: number): boolean {
  const code = view.charCodeAt(at)
  return (code >= 0x4e00 && code <= 0x9fff) || LETTER.test(view[at] ?? '')
}
