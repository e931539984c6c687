import { type Breath, createBreath } from '../breath.ts'
import { type Citation, checkClaim, resolveCitation, type Support } from '../citation/index.ts'
import type { Corpus, Span } from '../corpus/index.ts'
import type { Catalogue, Filters, Retriever } from '../retrieval/index.ts'
import { understand } from '../retrieval/index.ts'
import { type CandidateText, candidateTexts } from './candidate-text.ts'
import {
  judgedPartsInTurn,
  LONGEST_SENTENCE,
  type VerifiedSentence,
  type WrittenSentence,
  writtenSentences,
} from './verified.ts'

/** The corpus with what finds passages in it. */
export interface VerificationDesk {
  readonly corpus: Corpus
  readonly catalogue: Catalogue
  readonly retriever: Retriever
}

/** Passages looked into for one sentence. */
const CANDIDATES = 30
/** What a sentence says of place, year or kind is checked, and must not narrow the search. */
const LIFTED: Filters = { regions: [], years: [], documentKinds: [] }

/**
 * Checks every sentence of a text against the corpus. A sentence that names no place is about the place named before it,
 * and is held against no other; the same goes for its year. Else only `filters` set by hand narrow what it is held against.
 * Stops when nobody waits any more.
 */
export async function verifyInCorpus(
  text: string,
  filters: Filters,
  desk: VerificationDesk,
  signal?: AbortSignal,
): Promise<readonly VerifiedSentence<Citation>[]> {
  const verified: VerifiedSentence<Citation>[] = []
  const breath = createBreath()
  let before: About = { regions: [], years: [] }
  const idsAbout = memoised((about: About) =>
    understand('', desk.catalogue, { ...LIFTED, ...about, ...filters }),
  )
  for (const sentence of writtenSentences(text)) {
    const named = namedIn(wordsOf(text, sentence), desk.catalogue)
    const regions = named.regions.length > 0 ? named.regions : before.regions
    // A year that the sentence names itself is the checker's to judge.
    const isDated = named.years.length > 0 || named.regions.length > 0
    const about = { regions, years: isDated ? [] : before.years }
    const { documentIds } = idsAbout(about)
    verified.push(...(await verifySentence({ text, sentence, documentIds, breath }, desk)))
    before = { regions, years: isDated ? named.years : before.years }
    await breath.takeIfDue()
    signal?.throwIfAborted()
  }
  return verified
}

/** Places that the corpus knows, and years. */
interface About {
  readonly regions: readonly string[]
  readonly years: readonly number[]
}

/** What one place and year narrow the search to is the same for all sentences about them. */
function memoised<T>(ask: (about: About) => T): (about: About) => T {
  const known = new Map<string, T>()
  return (about) => {
    const key = JSON.stringify(about)
    const found = known.get(key) ?? ask(about)
    known.set(key, found)
    return found
  }
}

function namedIn(words: string, catalogue: Catalogue): About {
  const { regions, years, areYearsStated } = understand(words, catalogue)
  return { regions, years: areYearsStated ? years : [] }
}

/** Its words, of one that is too long only the first. */
function wordsOf(text: string, { range: { start, end } }: WrittenSentence): string {
  return text.slice(start, Math.min(end, start + LONGEST_SENTENCE))
}

interface Verifying {
  readonly text: string
  readonly sentence: WrittenSentence
  readonly documentIds: ReturnType<typeof understand>['documentIds']
  readonly breath: Breath
}

async function verifySentence(
  { text, sentence, documentIds, breath }: Verifying,
  desk: VerificationDesk,
): Promise<readonly VerifiedSentence<Citation>[]> {
  const words = wordsOf(text, sentence)
  const query = understand(words, desk.catalogue, LIFTED)
  await breath.takeIfDue()
  const ranked = await desk.retriever.search(query, CANDIDATES, documentIds)
  await breath.takeIfDue()
  const texts = candidateTexts(
    words,
    ranked.map(({ passageId }) => passageId),
    desk.corpus,
  )
  const prepared = texts.map(({ prepared: own }) => own)
  const judged = await judgedPartsInTurn(breath, text, sentence, (claim) => checkClaim(claim, prepared))
  return judged.map(({ range, claim }) => ({
    text: text.slice(range.start, range.end),
    range,
    verdict: claim.verdict,
    checks: claim.checks,
    supports: claim.supports.flatMap((support) => citationOf(support, texts, desk.corpus) ?? []),
    nearest: claim.nearest === null ? null : (citationOf(claim.nearest, texts, desk.corpus) ?? null),
  }))
}

function citationOf(
  { evidence, range }: Support,
  texts: readonly CandidateText[],
  corpus: Corpus,
): Citation | undefined {
  const text = texts[evidence]
  if (text === undefined) return undefined
  const span: Span = {
    documentId: text.documentId,
    start: text.start + range.start,
    end: text.start + range.end,
  }
  return resolveCitation(span, corpus)
}
