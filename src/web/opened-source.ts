import type { CitationJson } from '../api/schema.ts'
import type { CodePointSpan } from './route.ts'

/** What the source pane was asked to light. */
export type SourceTarget =
  | {
      readonly kind: 'citation'
      readonly citation: CitationJson
      readonly siblings: readonly CitationJson[]
      /** 出处2 */
      readonly label: string
      /** 2 of 5, in the order of the answer. */
      readonly position: number
      readonly count: number
    }
  /** A place named by a link alone; there is no hash to hold it against. */
  | { readonly kind: 'span'; readonly span: CodePointSpan }
  | { readonly kind: 'whole' }

export interface OpenedSource {
  readonly documentId: string
  readonly target: SourceTarget
}
