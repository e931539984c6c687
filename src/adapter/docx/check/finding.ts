/** P0: the file must not leave. P1: wrong by the standard. P2: a matter of wording for the writer. */
export interface Finding {
  readonly grade: 'P0' | 'P1' | 'P2'
  readonly message: string
}

/** What is wrong unless something holds. */
export function unless(holds: boolean, grade: Finding['grade'], message: string): readonly Finding[] {
  return holds ? [] : [{ grade, message }]
}
