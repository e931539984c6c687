import type { RubricLine } from '../case.ts'
import type { DraftItem, Reply, ReplyCitation, Score } from './reply.ts'
import { squeeze } from './text.ts'

/** What nobody knows yet stands in a draft in these brackets; it states nothing. */
const PLACEHOLDER = /〔[^〕]*〕/gu
const PIECE = /[，,。；;：:、！？!?\n（）()]+/u
/** What is bound to a past year may be left out as well as flagged. */
const MAY_BE_GONE: ReadonlySet<string> = new Set(['time_bound', 'pandemic', 'expired_policy'])

/** 1 when a draft does what a line of a rubric asks of it, else 0; a draft without items does nothing. */
export function scoreDraftCheck(line: RubricLine, { draft, kind }: Reply): Score {
  if (kind === 'refused' || draft === undefined || draft.itemCount === 0) return 0
  return meets(line, draft.items) ? 1 : 0
}

function meets(line: RubricLine, items: readonly DraftItem[]): boolean {
  const naming = items.filter(({ text }) => names(line, text))
  const stated = items.filter(({ text }) => names(line, text.replace(PLACEHOLDER, '')))
  const flagged = items.filter((item) => isFlagged(line, item))
  switch (line.kind) {
    case 'must_carry':
    case 'must_due':
      return naming.length > 0 && (line.flag === null || naming.some((item) => isFlagged(line, item)))
    case 'must_not_repeat':
      return stated.every(({ status }) => status === 'one_off_expired')
    case 'must_not_invent':
      return !items.some(({ ownWords }) => names(line, ownWords))
    case 'must_flag':
      if (naming.length === 0) return flagged.length > 0 || MAY_BE_GONE.has(line.flag ?? '')
      return MAY_BE_GONE.has(line.flag ?? '')
        ? naming.every((item) => isFlagged(line, item))
        : flagged.length > 0
  }
}

function names({ any }: RubricLine, text: string): boolean {
  const words = squeeze(text)
  return any.some((form) => words.includes(squeeze(form)))
}

/** Whether an item that has to do with the line carries a flag of the kind wanted. */
function isFlagged(line: RubricLine, { text, flags }: DraftItem): boolean {
  const wanted = flags.filter(({ kind }) => kind === line.flag || line.also.includes(kind))
  return names(line, text) ? wanted.length > 0 : wanted.some((flag) => names(line, flag.text))
}

/**
 * The pieces of a sentence of a draft that none of its citations holds; placeholders state nothing. The draft's own year
 * may stand where a citation begins with the sign behind a year.
 */
export function ownWordsOf(
  sentence: string,
  cited: readonly ReplyCitation[],
  year?: number,
): readonly string[] {
  const sources = cited.map(({ cited_text }) => squeeze(cited_text).replaceAll(/[，,]/gu, ','))
  return sentence
    .split(PLACEHOLDER)
    .flatMap((part) => part.split(PIECE))
    .map(squeeze)
    .filter((piece) => {
      const dated = piece.startsWith(`${year}年`) ? piece.slice(`${year}`.length) : null
      const isHeld = sources.some(
        (source) => source.includes(piece) || (dated !== null && source.startsWith(dated)),
      )
      return piece !== '' && !isHeld
    })
}

/**
 * Share of the sentences of a draft that are made of their citations, of placeholders and of the draft's own year; null
 * without sentences.
 */
export function scoreDraftSupport({ sentences, citations }: Reply, year: number): Score {
  if (sentences.length === 0) return null
  const supported = sentences.filter(({ text, citations: numbers }) => {
    const cited = citations.filter(({ id }) => numbers.includes(id))
    return cited.length > 0 && ownWordsOf(text, cited, year).length === 0
  })
  return supported.length / sentences.length
}

/** Share of the sentences of a draft that cite nothing; null without sentences. */
export function scoreDraftUncited({ sentences }: Reply): Score {
  if (sentences.length === 0) return null
  return sentences.filter(({ citations }) => citations.length === 0).length / sentences.length
}
