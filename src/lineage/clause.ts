import type { Range } from '../corpus/index.ts'
import { subtract } from '../corpus/index.ts'
import { clausesIn, sentencesIn, trimMarks } from '../text/index.ts'
import { ACTION, LEAD_IN, MANNER } from './lexicon.ts'

const ACTS = new RegExp(`^${MANNER}(?:${ACTION})`, 'u')
/** 加强…, 进一步完善…: words that begin with what is to be done. */
export function startsWithAction(view: string): boolean {
  return ACTS.test(view)
}

/** 一是, (二), ①: a count in front of the words. */
const COUNT = /^(?:[一二三四五六七八九十]{1,2}[是要]|[(（][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳])\s*/u

/** (体改股、财务股) in front of a sentence or alone: who answers for what stands before it. */
const NOTE = /^\s*[(（][^()（）]{2,60}(?:[股科室办处部局委组院所站队]|中心|单位|集团|政府|街道|公司)[)）]/u

/** The range without a note in front of it. */
export function withoutNote(view: string, { start, end }: Range): Range {
  return { start: start + (NOTE.exec(view.slice(start, end))?.[0].length ?? 0), end }
}

/**
 * The actions of a range, one each: a sentence is cut at the commas behind which a verb of doing stands, unless what
 * is in front only leads up to it.
 * @param holes what is no text of the plan, ascending and disjoint
 */
export function actionsIn(view: string, range: Range, holes: readonly Range[]): readonly Range[] {
  return subtract(range, holes).flatMap((part) =>
    sentencesIn(view, part).flatMap((sentence) => actionsOfSentence(view, sentence)),
  )
}

function actionsOfSentence(view: string, sentence: Range): readonly Range[] {
  const actions: Range[] = []
  let open: Range | null = null
  let isLedUpTo = false
  for (const clause of clausesIn(view, sentence)) {
    const words = view.slice(clause.start, clause.end).replace(COUNT, '')
    if (open === null || (ACTS.test(words) && !isLedUpTo)) {
      if (open !== null) actions.push(open)
      open = clause
      isLedUpTo = LEAD_IN.test(words)
    } else {
      open = { start: open.start, end: clause.end }
      isLedUpTo &&= LEAD_IN.test(words) && !ACTS.test(words)
    }
  }
  if (open !== null) actions.push(open)
  return actions
    .map((action) => trimMarks(view, withoutNote(view, action)))
    .filter(({ start, end }) => end - start > 1)
}
