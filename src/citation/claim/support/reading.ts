import type { Cover } from './cover.ts'
import type { Wording } from './wording.ts'

/** A clause of the claim and where its words stand. */
export interface Reading {
  /** Position among the clauses of the claim. */
  readonly clause: number
  readonly wording: Wording
  readonly cover: Cover
}
