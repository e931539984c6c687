export type Step = 'reading' | 'storing'

/** Follows one file on its way in: which step it is at, how long each took, what reading counted. */
export class FileProgress {
  /** Rows of the ledger, once they were counted. */
  targets: number | null = null
  readonly #onStep: (step: Step) => void
  readonly #steps: { readonly step: Step; readonly milliseconds: number }[] = []
  #current: { readonly step: Step; readonly since: number } | undefined

  constructor(onStep: (step: Step) => void = () => undefined) {
    this.#onStep = onStep
  }

  enter(step: Step): void {
    this.#leave()
    this.#current = { step, since: performance.now() }
    this.#onStep(step)
  }

  /** The steps taken so far; the present one ends here. */
  steps(): readonly { readonly step: Step; readonly milliseconds: number }[] {
    this.#leave()
    return this.#steps
  }

  #leave(): void {
    if (this.#current === undefined) return
    const { step, since } = this.#current
    this.#steps.push({ step, milliseconds: Math.round((performance.now() - since) * 10) / 10 })
    this.#current = undefined
  }
}
