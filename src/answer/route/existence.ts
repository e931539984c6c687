import type { ContentPiece } from '../../retrieval/index.ts'
import type { MissingSide } from '../answer.ts'
import { composeSentences } from '../compose.ts'
import { type Desk, type Findings, judgeAll } from '../desk.ts'
import { measure } from '../evidence/coverage.ts'
import { findEvidence } from '../evidence/evidence.ts'
import { readable } from '../evidence/layers.ts'
import { levelsIn } from '../evidence/levels.ts'
import { objectionTo } from '../judge/judge.ts'
import { type Judged, selectBest } from '../judge/selection.ts'
import { cutPieces, withoutWords } from '../question/pieces.ts'
import type { Question } from '../question/question.ts'
import { type Found, isVerified } from '../result.ts'

/** Words that ask for a mention and are nothing that could be mentioned. */
const ASKING = /涉及|提到|提及|说到|讲到|写到|这些|这类|这方面|等等|之类|试点|开展|推行|实行|搞|做|用上?/u
const SEVERAL = /、|这些|这几[项个样]|之类|等等/u
const JOINT = /和|与|及|以及|或者?|还有/gu
const LEAST_MENTIONED = 0.6
/** So many plans are read in full for words that no search finds, such as a shortened name. */
const MOST_DOCUMENTS = 3

/**
 * Whether the plans mention a thing in other words than the question's, or some of several things. Undefined when
 * they mention none.
 */
export async function answerExistence(
  question: Question,
  isAttributed: boolean,
  desk: Desk,
): Promise<Found | undefined> {
  const bare = withoutWords(question.query, ASKING)
  const parts = SEVERAL.test(bare.view) ? bare.pieces.flatMap(partsOf) : []
  const things = parts.length > 1 ? parts.map((part) => [part]) : [bare.pieces]
  const found = await Promise.all(things.map((pieces) => mentionsOf(question, pieces, isAttributed, desk)))
  const sentences = found.flat()
  if (sentences.length === 0) return undefined
  const missing = things.flatMap((pieces, at): readonly MissingSide[] => {
    const note = `全文已检，没有找到“${pieces.map(({ text }) => text).join('')}”`
    return found[at]?.length === 0 ? [{ region: null, year: null, note }] : []
  })
  const distinct = [...new Map(sentences.map((sentence) => [sentence.text, sentence])).values()]
  return { lead: '有相关内容：', sentences: distinct, missing }
}

function partsOf(piece: ContentPiece): readonly ContentPiece[] {
  const joints = [...piece.text.matchAll(JOINT)].map((match) => ({
    start: piece.start + match.index,
    end: piece.start + match.index + match[0].length,
  }))
  return cutPieces([piece], joints)
}

async function mentionsOf(
  question: Question,
  pieces: readonly ContentPiece[],
  isAttributed: boolean,
  desk: Desk,
) {
  if (!pieces.some(({ weights }) => weights.some((weight) => weight === 1))) return []
  const { documentIds } = question.query
  const asked: Question = { ...question, query: { ...question.query, pieces } }
  const findings = await judgeAll(asked, documentIds, desk)
  const best =
    selectBest(mentioned(findings), asked, findings.topic) ??
    (documentIds.size > MOST_DOCUMENTS
      ? undefined
      : selectBest(readThrough(asked, findings, desk), asked, findings.topic))
  return composeSentences(best?.parts ?? [], isAttributed, desk.corpus).filter(isVerified)
}

function readThrough(asked: Question, { topic }: Findings, { corpus }: Desk): readonly Judged[] {
  const ids = [...asked.query.documentIds].flatMap(
    (id) => corpus.documents.get(id)?.document.passages.map((passage) => passage.id) ?? [],
  )
  const judged = findEvidence(asked, topic, ids, corpus).map((evidence) => ({
    evidence,
    objection: objectionTo(evidence, asked),
  }))
  return mentioned({ topic, judged })
}

/** To mention a thing a clause need only hold its words, shortened or as synonyms, and nothing else of the question. */
function mentioned({ judged, topic }: Findings): readonly Judged[] {
  return judged.map((one) => {
    if (one.objection !== 'weak' && one.objection !== 'part_missing') return one
    const { indexed, window } = one.evidence
    const { share, gap } = measure(topic, levelsIn(topic, readable(indexed, window)))
    return share >= LEAST_MENTIONED && gap.share === 0 ? { ...one, objection: null } : one
  })
}
