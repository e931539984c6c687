/** One question: its windows with their features, and whether each is the answer. */
export interface Sample {
  /** Questions of one group are never on both sides of a split. */
  readonly group: string
  readonly isAnswerable: boolean
  readonly windows: readonly { readonly features: readonly number[]; readonly isAnswer: boolean }[]
}

export interface Fitted {
  readonly weights: readonly number[]
  readonly bias: number
}

const STEPS = 3000
const RATE = 2
const RIDGE = 0.3
const LEAST = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]
/** The features named last speak against a window; no weight may turn against its meaning. */
const AGAINST = 7

/** Logistic regression by gradient descent; a window of an unanswerable question counts as much as any other. */
export function fitLogistic(samples: readonly Sample[]): Fitted {
  const rows = samples.flatMap(({ windows }) => windows)
  const width = rows[0]?.features.length ?? 0
  let weights: readonly number[] = new Array<number>(width).fill(0)
  let bias = 0
  for (let step = 0; step < STEPS; step++) {
    const errors = rows.map(
      ({ features, isAnswer }) => chance(features, { weights, bias }) - (isAnswer ? 1 : 0),
    )
    weights = weights.map((weight, at) => {
      const slope = errors.reduce(
        (sum, error, row) => sum + error * (rows[row]?.features[at] ?? 0),
        RIDGE * weight,
      )
      const next = weight - (RATE * slope) / rows.length
      return at >= width - AGAINST ? Math.min(0, next) : Math.max(0, next)
    })
    bias -= (RATE * errors.reduce((sum, error) => sum + error, 0)) / rows.length
  }
  return { weights, bias }
}

/** For each bound, how many questions are answered rightly, wrongly, refused, and answered without need. */
export function crossValidate(samples: readonly Sample[], folds: number): readonly string[] {
  const groups = [...new Set(samples.map(({ group }) => group))].sort()
  const foldOf = (sample: Sample) => groups.indexOf(sample.group) % folds
  const fitted = Array.from({ length: folds }, (_, fold) =>
    fitLogistic(samples.filter((one) => foldOf(one) !== fold)),
  )
  return LEAST.map((least) => {
    const counts = { right: 0, wrong: 0, refused: 0, unneeded: 0 }
    for (const sample of samples) {
      const model = fitted[foldOf(sample)]
      const given = sample.windows.find(
        ({ features }) => model !== undefined && chance(features, model) >= least,
      )
      if (!sample.isAnswerable) counts.unneeded += given === undefined ? 0 : 1
      else if (given === undefined) counts.refused++
      else if (given.isAnswer) counts.right++
      else counts.wrong++
    }
    const { right, wrong, refused, unneeded } = counts
    return `  from ${least}: ${right} right, ${wrong} wrong, ${refused} refused; ${unneeded} unanswerable answered`
  })
}

function chance(features: readonly number[], { weights, bias }: Fitted): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), bias)))
}
