import { CORRUPTIONS } from './corrupt.ts'
import { type Material, materials } from './material.ts'
import { pick, type Random, seeded } from './random.ts'
import { REWRITINGS } from './rewrite.ts'

/** A sentence to be judged against a text, and whether the text bears it out. */
export interface PairedClaim {
  readonly text: string
  readonly isTrue: boolean
  /** The rewriting of a true claim, the corruption of a false one. */
  readonly kind: string
  readonly evidence: readonly { readonly title: string; readonly text: string }[]
  readonly isHeldBack: boolean
  /** The words a corruption took away and put in, where known. */
  readonly changed?: readonly string[]
}

export interface SetOptions {
  readonly seed: number
  /** Share of the sentences that are used, 0 to 1. */
  readonly share: number
}

const OTHER_DOCUMENT = 'other document'

/** Every rewriting and corruption of every sentence it applies to; the half to hold back is drawn by sentence. */
export function pairedSet({ seed, share }: SetOptions): readonly PairedClaim[] {
  const random = seeded(seed)
  const all = materials()
  return all.flatMap((material, index) => {
    const foreign = all[(index + 1) % all.length] ?? material
    return material.sentences.flatMap((sentence, at) => {
      const isHeldBack = random() < 0.5
      if (random() >= share) return []
      return claimsOf(sentence, at, material, foreign, random).map((claim) => ({ ...claim, isHeldBack }))
    })
  })
}

type Drawn = Omit<PairedClaim, 'isHeldBack'>

function claimsOf(
  sentence: string,
  at: number,
  material: Material,
  foreign: Material,
  random: Random,
): readonly Drawn[] {
  const { title, sentences } = material
  const next = sentences[at + 1]
  const other = pick(
    sentences.filter((candidate) => candidate !== sentence && candidate !== next),
    random,
  )
  const claims: Drawn[] = []
  // Half of the claims are held against the whole text, half against the neighbourhood of their sentence.
  const evidence = () => ({
    title,
    text:
      random() < 0.5 ? material.text : [sentences[at - 1], sentence, next, other].filter(Boolean).join('\n'),
  })
  const context = { next, title, random }
  for (const [kind, rewrite] of Object.entries(REWRITINGS)) {
    const text = rewrite(sentence, context)
    if (text !== undefined && random() < (kind === 'verbatim' ? 0.4 : 0.8))
      claims.push({ text, isTrue: true, kind, evidence: [evidence()] })
  }
  for (const [kind, corrupt] of Object.entries(CORRUPTIONS)) {
    const false_ = corrupt(sentence, { other: other ?? '', random })
    if (false_ === undefined || false_ === sentence || random() < 0.3) continue
    const dressed = dress(false_, context)
    if (!material.text.includes(dressed))
      claims.push({ text: dressed, isTrue: false, kind, evidence: [evidence()] })
  }
  if (random() < 0.3 && !foreign.text.includes(sentence))
    claims.push({
      text: sentence,
      isTrue: false,
      kind: OTHER_DOCUMENT,
      evidence: [{ title: foreign.title, text: foreign.text }],
    })
  return claims
}

/** A false sentence is rewritten as honestly as a true one would be, half of the time. */
function dress(sentence: string, context: Parameters<(typeof REWRITINGS)[string]>[1]): string {
  if (context.random() < 0.5) return sentence
  const rewriting = pick(Object.values(REWRITINGS), context.random)
  return rewriting?.(sentence, context) ?? sentence
}
