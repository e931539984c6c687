import { createBreath } from '../breath.ts'
import type { Citation, Evidence, Support } from '../citation/index.ts'
import { type Corpus, sha256 } from '../corpus/index.ts'
import { InvalidRequestError } from '../error.ts'
import type { UploadedFile } from '../ingest/index.ts'
import type { Filters } from '../retrieval/index.ts'
import {
  evidenceOf,
  type VerificationDesk,
  type VerifiedSentence,
  verifyAgainst,
  verifyInCorpus,
} from '../verification/index.ts'
import { toCitationJson } from './citation-json.ts'
import { codePointOffsets } from './code-point.ts'
import type { ApiDeps } from './deps.ts'
import type { CitationJson } from './schema.ts'
import type { VerificationJson } from './verification-schema.ts'

/** A long report; more is sent in parts. */
const LONGEST_TEXT = 50_000

/**
 * Checks every sentence of a text against the evidence given, or else against the corpus.
 * @throws InvalidRequestError for an empty or an overlong text
 */
export async function verifyText(
  text: string,
  evidence: readonly Evidence[] | undefined,
  filters: Filters,
  desk: () => VerificationDesk,
  signal?: AbortSignal,
): Promise<VerificationJson> {
  checkText(text)
  if (evidence !== undefined) {
    const sentences = await verifyAgainst(text, evidence, signal)
    const given = evidence.map(toGiven)
    return verificationJson(text, sentences, (support, id) => givenCitation(support, id, given))
  }
  const current = desk()
  const sentences = await verifyInCorpus(text, filters, current, signal)
  return verificationJson(text, sentences, (citation, id) => corpusCitation(citation, id, current.corpus))
}

/**
 * Reads a file without storing it and checks every sentence of it against the corpus.
 * @throws UnreadableFileError with a reason in plain Chinese
 */
export async function verifyFile(
  { file, bytes }: UploadedFile,
  { read, desk }: Pick<ApiDeps, 'read' | 'desk'>,
  signal?: AbortSignal,
): Promise<VerificationJson> {
  const { document } = await read(file, bytes)
  return verifyText(evidenceOf(document).text, undefined, {}, desk, signal)
}

function checkText(text: string): void {
  const details = { pointer: '/text' }
  if (text.trim() === '') throw new InvalidRequestError('请给出要核验的文字。', { details })
  const length = [...text].length
  if (length > LONGEST_TEXT)
    throw new InvalidRequestError(`文字太长（${length} 字，上限 ${LONGEST_TEXT} 字）。`, { details })
}

/** Gives way in between: a text can have thousands of sentences, and every quote is hashed. */
async function verificationJson<S>(
  text: string,
  sentences: readonly VerifiedSentence<S>[],
  cite: (place: S, id: number) => CitationJson,
): Promise<VerificationJson> {
  const offset = codePointOffsets(text)
  const breath = createBreath()
  const told: VerificationJson['sentences'] = []
  let id = 0
  for (const sentence of sentences) {
    told.push({
      text: sentence.text,
      start: offset(sentence.range.start),
      end: offset(sentence.range.end),
      verdict: sentence.verdict,
      checks: sentence.checks.map((check) => ({ ...check })),
      citations: sentence.supports.map((place) => cite(place, ++id)),
      nearest: sentence.nearest === null ? null : cite(sentence.nearest, ++id),
    })
    await breath.takeIfDue()
  }
  return { sentences: told, index_unit: 'code_point' }
}

function corpusCitation(citation: Citation, id: number, corpus: Corpus): CitationJson {
  return toCitationJson(citation, id, null, corpus)
}

/** A text that came with the request. */
interface Given extends Pick<Evidence, 'title' | 'text'> {
  readonly offset: ReturnType<typeof codePointOffsets>
}

function toGiven({ title, text }: Evidence): Given {
  return { title, text, offset: codePointOffsets(text) }
}

/** A place in a text that came with the request: it has a title, and no document behind it. */
function givenCitation({ evidence, range }: Support, id: number, given: readonly Given[]): CitationJson {
  const one = given[evidence]
  if (one === undefined) throw new Error('a place in evidence that was not given')
  const { title, text, offset } = one
  const quote = text.slice(range.start, range.end)
  return {
    id,
    type: 'char_location',
    document_id: `evidence-${evidence}`,
    document_title: title,
    file: title,
    jurisdiction: null,
    years: [],
    path: [],
    page: null,
    cited_text: quote,
    start_char_index: offset(range.start),
    end_char_index: offset(range.end),
    answer_start: null,
    answer_end: null,
    sha256: sha256(quote),
    verified: true,
    url: '',
  }
}
