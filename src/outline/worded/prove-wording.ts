import { checkClaim, prepareEvidence, type Reopened, reopen } from '../../citation/index.ts'
import { type Corpus, normalisedView } from '../../corpus/index.ts'
import { findQuantities, findYears } from '../../text/index.ts'
import type { DraftSentence } from '../outline.ts'

const MARK = /〔[^〔〕]*〕/gu
/** A plan's sentence holds none of these; what brings them is no rewording. */
const FOREIGN =
  /[<>{}`#*\\|]|https?:|www\.|\[\d|【\d|[\p{Cc}\p{Co}\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/u
/** Share of the pairs of letters that must come back: a wording says all the sentence said. */
const LEAST_SHARE = 0.75
const LONGEST = 1.5

/**
 * A model's wording of a sentence, proven: every bracket is kept and nothing that a bracket took the place of comes
 * back, the figures are the same, nothing is left out, and the words are borne out by the sentence's own source as far
 * as it was carried over. Undefined when any of it fails.
 */
export function provenWording(
  sentence: DraftSentence,
  written: string,
  corpus: Corpus,
): DraftSentence | undefined {
  const text = ended(written.trim(), sentence.text)
  if (text === sentence.text) return sentence
  if (FOREIGN.test(text) || !text.isWellFormed() || text.length > sentence.text.length * LONGEST)
    return undefined
  const reopened = reopen({ text: sentence.text, spans: sentence.basis.map(({ span }) => span) }, corpus)
  if (reopened === undefined || !keepsPlaces(text, sentence.text, reopened)) return undefined
  if (!keepsWords(text, sentence.text)) return undefined
  const [first] = sentence.basis
  const evidence = prepareEvidence({
    title: first?.title ?? '',
    text: reopened.text,
    jurisdiction: first?.jurisdiction?.name ?? null,
    years: first?.years ?? null,
  })
  const { verdict } = checkClaim(filled(text, reopened), [evidence])
  const isProven = verdict === 'proven' || verdict === 'quoted'
  return isProven ? { text, verdict: 'proven', basis: sentence.basis } : undefined
}

/** Ends as the sentence did. */
function ended(text: string, original: string): string {
  const mark = /[。；;！？]$/u.exec(original)?.[0] ?? ''
  return text.replace(/[。；;！？，,]+$/u, '') + mark
}

function bare(text: string): string {
  return text.replace(MARK, '')
}

function keepsPlaces(text: string, original: string, { places }: Reopened): boolean {
  const marks = [...text.matchAll(MARK)].map(([mark]) => mark)
  if (JSON.stringify(marks) !== JSON.stringify(places.map(({ mark }) => mark))) return false
  const left = bare(original)
  return places.every(({ words }) => {
    const old = words.replace(/[\s，,、。；;]/gu, '')
    return (
      old.length < 2 ||
      left.includes(old) ||
      !bare(text)
        .replace(/[\s，,、。；;]/gu, '')
        .includes(old)
    )
  })
}

/** The same figures and years on both sides, and what the sentence said. */
function keepsWords(text: string, original: string): boolean {
  const [ours, theirs] = [figuresOf(bare(text)), figuresOf(bare(original))]
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) return false
  const pairs = pairsOf(bare(original))
  const kept = new Set(pairsOf(bare(text)))
  return pairs.length === 0 || pairs.filter((pair) => kept.has(pair)).length / pairs.length >= LEAST_SHARE
}

function figuresOf(text: string): readonly string[] {
  const view = normalisedView(text)
  const digits = [...view.matchAll(/\d+(?:\.\d+)?/gu)].map(([figure]) => figure)
  const named = findQuantities(view).map(({ figure, unit }) => `${figure}${unit}`)
  return [...digits, ...named, ...findYears(view).map(({ year }) => `${year}年`)].sort()
}

function pairsOf(text: string): readonly string[] {
  return [...text.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  )
}

/** The wording with the original's words in the places of the brackets, in their order. */
function filled(text: string, { places }: Reopened): string {
  let at = 0
  return text.replace(MARK, () => places[at++]?.words ?? '')
}
