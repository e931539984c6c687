import { ModelServerError } from '../error.ts'

interface FaultRule {
  /** Plain Chinese, what a reader is told. */
  readonly message: string
  /** Whether the same request may do better a moment later. */
  readonly retryable: boolean
  /** Whether it says that the server is not well, and not merely that this request does not suit it. */
  readonly isServersOwn: boolean
}

const RULES = {
  unreachable: { message: '连不上模型服务', retryable: true, isServersOwn: true },
  busy: { message: '模型服务繁忙', retryable: true, isServersOwn: true },
  failing: { message: '模型服务出错', retryable: true, isServersOwn: true },
  garbled: { message: '模型服务的应答不是约定的格式', retryable: true, isServersOwn: true },
  // Whoever asks has waited long enough.
  slow: { message: '模型服务太久没有应答', retryable: false, isServersOwn: true },
  cut: { message: '模型的应答中途断开', retryable: false, isServersOwn: true },
  refused: { message: '模型服务不接受这个请求', retryable: false, isServersOwn: false },
  unauthorised: {
    message: '模型服务拒绝访问，请检查密钥、地址和模型名称',
    retryable: false,
    isServersOwn: false,
  },
  too_long: { message: '材料超过模型能读的长度', retryable: false, isServersOwn: false },
  filtered: { message: '模型服务的内容过滤拦下了应答', retryable: false, isServersOwn: false },
  resting: { message: '模型服务连续出错，暂停调用，稍后自动再试', retryable: false, isServersOwn: false },
} satisfies Readonly<Record<string, FaultRule>>

export type ChatFaultKind = keyof typeof RULES

/** What went wrong between us and the model server. */
export class ChatFault extends ModelServerError {
  readonly kind: ChatFaultKind
  readonly isServersOwn: boolean
  /** How long the server asks to be left alone; null when it does not say. */
  readonly retryAfterMs: number | null

  constructor(
    kind: ChatFaultKind,
    {
      cause,
      status = null,
      retryAfterMs = null,
    }: {
      readonly cause?: unknown
      readonly status?: number | null
      readonly retryAfterMs?: number | null
    } = {},
  ) {
    const { message, retryable, isServersOwn } = RULES[kind]
    super(status === null ? `${message}。` : `${message}（${status}）。`, {
      cause,
      retryable,
      details: { kind, status },
    })
    this.kind = kind
    this.isServersOwn = isServersOwn
    this.retryAfterMs = retryAfterMs
  }
}

/** Which fault an HTTP status is. */
export function faultKindOf(status: number): ChatFaultKind {
  if (status === 429 || status === 408 || status === 409) return 'busy'
  if (status === 401 || status === 403 || status === 404) return 'unauthorised'
  if (status === 413) return 'too_long'
  return status >= 500 ? 'failing' : 'refused'
}
