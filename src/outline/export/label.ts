import type { Outline } from '../outline.ts'
import { visible } from './visible.ts'

/** What a reader must be told about a draft until a person adopts it. */
export const AI_LINE = '本文由人工智能辅助生成，采用前须经人工审核。'

/** The implicit label of GB 45438-2025; it stays in a file for good. */
export interface AigcLabel {
  /** 1: made by artificial intelligence. */
  readonly Label: '1'
  readonly ContentProducer: string
  readonly ProduceID: string
  readonly ReservedCode1: string
  readonly ContentPropagator: string
  readonly PropagateID: string
  readonly ReservedCode2: string
}

/** Who produces and who spreads it are for the office to fill in; what was produced is the draft. */
export function aigcLabel({ id }: Pick<Outline, 'id'>): AigcLabel {
  return {
    Label: '1',
    ContentProducer: '',
    ProduceID: visible(id),
    ReservedCode1: '',
    ContentPropagator: '',
    PropagateID: '',
    ReservedCode2: '',
  }
}
