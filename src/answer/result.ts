import type { ProvenSentence } from '../citation/index.ts'
import type { Corpus, Document, DocumentId } from '../corpus/index.ts'
import type {
  Answer,
  Comparison,
  Interpretation,
  MissingSide,
  NearMiss,
  RefusalReason,
  Scope,
  SearchedDocument,
  Wording,
} from './answer.ts'
import type { Desk } from './desk.ts'
import type { Question } from './question/question.ts'

const EXTRACTIVE: Wording = {
  mode: 'extractive',
  model: null,
  state: 'complete',
  rejected: [],
  notice: null,
}

export function isVerified(sentence: ProvenSentence): boolean {
  return sentence.verdict === 'quoted' || sentence.verdict === 'proven'
}

/** What an answer says. */
export interface Found {
  readonly sentences: readonly ProvenSentence[]
  readonly missing?: readonly MissingSide[]
  readonly lead?: string | null
  readonly comparison?: Comparison | null
  readonly nearMisses?: readonly NearMiss[]
}

/** @param searched the documents that were looked into */
export function answered(
  question: Question,
  found: Found,
  searched: ReadonlySet<DocumentId>,
  desk: Desk,
): Answer {
  const { sentences, missing = [], lead = null, comparison = null, nearMisses = [] } = found
  return {
    kind: 'answered',
    ...frameOf(question, nearMisses, searched, desk),
    sentences,
    missing,
    lead,
    comparison,
    conflicts: [],
  }
}

export interface Refusal {
  readonly reason: RefusalReason
  /** Plain Chinese. */
  readonly message: string
  readonly nearMisses: readonly NearMiss[]
}

export function refused(
  question: Question,
  refusal: Refusal,
  searched: ReadonlySet<DocumentId>,
  desk: Desk,
): Answer {
  const { reason, message, nearMisses } = refusal
  return { kind: 'refused', ...frameOf(question, nearMisses, searched, desk), reason, message }
}

function frameOf(
  question: Question,
  nearMisses: readonly NearMiss[],
  searched: ReadonlySet<DocumentId>,
  desk: Desk,
) {
  return {
    question: question.query.text,
    interpreted: interpretationOf(question),
    scope: scopeOf(searched, desk),
    nearMisses,
    followUps: [],
    wording: EXTRACTIVE,
  }
}

function interpretationOf({ kind, query }: Question): Interpretation {
  return {
    kind,
    regions: query.regions,
    years: query.years,
    documentKinds: query.documentKinds,
    indicator: query.pieces.map((piece) => piece.text).join(' '),
    notes: query.notes,
  }
}

/** Of a large corpus the list of all its documents is long, and most questions search all of them. */
const wholeScopes = new WeakMap<Corpus, Scope>()

function scopeOf(searched: ReadonlySet<DocumentId>, desk: Desk): Scope {
  if (searched.size < desk.corpus.documents.size) return makeScope(searched, desk)
  const whole = wholeScopes.get(desk.corpus) ?? makeScope(searched, desk)
  wholeScopes.set(desk.corpus, whole)
  return whole
}

function makeScope(searched: ReadonlySet<DocumentId>, desk: Desk): Scope {
  const documents = [...searched].flatMap((id) => desk.corpus.documents.get(id)?.document ?? [])
  const regions = documents.flatMap((document) => document.metadata.jurisdiction?.value.name ?? [])
  const years = documents.flatMap(({ metadata: { years: period } }) => {
    if (period === null) return []
    const [from, to] = period.value
    return Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
  })
  return {
    documents: documents.map(searchedDocument),
    regions: [...new Set(regions)],
    years: [...new Set(years)].sort(),
    isFullyScanned: documents.every((document) => document.coverage === 1),
  }
}

function searchedDocument({ id, file, metadata }: Document): SearchedDocument {
  return {
    id,
    title: metadata.title?.value ?? file,
    file,
    jurisdiction: metadata.jurisdiction?.value.name ?? null,
    years: metadata.years?.value ?? null,
  }
}
