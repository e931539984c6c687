import type { Check, Citation, ProvenSentence } from '../citation/index.ts'
import type { DocumentId, DocumentKind } from '../corpus/index.ts'

/** What a question asks for. */
export type QuestionKind =
  | 'fact'
  | 'list'
  | 'compare'
  | 'count'
  | 'sum'
  | 'existence'
  | 'change'
  | 'overview'
  | 'about_document'
  | 'out_of_scope'

export interface Interpretation {
  readonly kind: QuestionKind
  readonly regions: readonly string[]
  readonly years: readonly number[]
  readonly documentKinds: readonly DocumentKind[]
  /** What remains of the question once places, years and asking words are taken out. */
  readonly indicator: string
  /** How words were taken that may be taken otherwise, in plain Chinese: 今年按2026年理解. */
  readonly notes: readonly string[]
}

export interface SearchedDocument {
  readonly id: DocumentId
  readonly title: string
  readonly file: string
  readonly jurisdiction: string | null
  readonly years: readonly [number, number] | null
}

/** What was searched. */
export interface Scope {
  readonly documents: readonly SearchedDocument[]
  readonly regions: readonly string[]
  readonly years: readonly number[]
  /** Whether every passage of these documents was a candidate. */
  readonly isFullyScanned: boolean
}

/** A passage that looks like an answer and is not one, with what is different about it. */
export interface NearMiss {
  readonly why: string
  readonly citation: Citation
}

/** A side of a comparison that was searched in full and says nothing. */
export interface MissingSide {
  readonly region: string | null
  readonly year: number | null
  readonly note: string
}

/** One place and time of a comparison; without sentences, the note says why. */
export interface ComparedCell {
  readonly region: string | null
  readonly year: number | null
  /** Title of the one document that this cell is about; null where place and year say it. */
  readonly document: string | null
  readonly sentences: readonly ProvenSentence[]
  readonly note: string | null
}

/** A comparison as a table; its sentences are those of the answer. */
export interface Comparison {
  readonly regions: readonly string[]
  readonly years: readonly number[]
  readonly cells: readonly ComparedCell[]
  /** Plain Chinese: why figures were not set off against each other; null when they were or nobody asked. */
  readonly note: string | null
}

/** Another document of the same place and year gives another figure for the same thing. */
export interface Conflict {
  readonly note: string
  readonly citations: readonly Citation[]
}

export const REFUSAL_REASONS = [
  'empty_corpus',
  'region_not_in_corpus',
  'year_not_in_corpus',
  'not_found',
  'target_not_result',
  'out_of_scope',
  'unclear',
  'stopped',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** A sentence a model wrote and the originals do not bear out: it is told with its reason and is no part of the answer. */
export interface RejectedSentence {
  readonly text: string
  readonly verdict: 'contradicted' | 'unproven'
  readonly checks: readonly (Pick<Check, 'value' | 'ok' | 'note'> & { readonly kind: string })[]
  /** The place that contradicts it or comes nearest. */
  readonly nearest: Citation | null
}

/** Which prompt a model was given. */
export interface PromptMark {
  readonly id: string
  readonly version: number
  /** Over the text of all prompts that took part, lower-case hex. */
  readonly sha256: string
}

/** How an answer was put into words. */
export interface Wording {
  readonly mode: 'extractive' | 'model'
  /** Id of the model whose words these are; null when they are the originals' own. */
  readonly model: string | null
  /** `stopped` by the reader, `incomplete` when the model broke off; what is there is proven all the same. */
  readonly state: 'complete' | 'stopped' | 'incomplete'
  readonly rejected: readonly RejectedSentence[]
  /** Plain Chinese: why the words of a model that was asked are not shown; null when nothing is to be told. */
  readonly notice: string | null
  /** Absent when no model was asked. */
  readonly prompt?: PromptMark
}

interface AnswerBase {
  readonly question: string
  readonly interpreted: Interpretation
  readonly scope: Scope
  readonly nearMisses: readonly NearMiss[]
  readonly followUps: readonly string[]
  readonly wording: Wording
}

export interface Answered extends AnswerBase {
  readonly kind: 'answered'
  /** All proven; the order is the order of reading. */
  readonly sentences: readonly ProvenSentence[]
  readonly missing: readonly MissingSide[]
  /** Words of our own in front of the quotations, such as how many documents speak of it; null when none are needed. */
  readonly lead: string | null
  readonly comparison: Comparison | null
  readonly conflicts: readonly Conflict[]
}

export interface Refused extends AnswerBase {
  readonly kind: 'refused'
  readonly reason: RefusalReason
  /** Plain Chinese. */
  readonly message: string
}

export type Answer = Answered | Refused
