/** What a question in a conversation turned out to be. */
export type Resolution =
  | { readonly kind: 'complete' }
  /** A whole question that says what the follow-up leaves out. */
  | { readonly kind: 'resolved'; readonly question: string }
  /** A whole question but for its place, which is taken to be that of the question before. */
  | { readonly kind: 'implied'; readonly question: string }
  /** It leans on something that was not said; the message asks for it, in plain Chinese. */
  | { readonly kind: 'unclear'; readonly message: string }

export function resolved(question: string): Resolution {
  return { kind: 'resolved', question: asQuestion(question) }
}

export function implied(question: string): Resolution {
  return { kind: 'implied', question: asQuestion(question) }
}

function asQuestion(words: string): string {
  return /[?？]\s*$/u.test(words) ? words : `${words.trim()}？`
}

export function unclear(message: string): Resolution {
  return { kind: 'unclear', message }
}

export const NOTHING_BEFORE = '没有前文可以接，不清楚问的是什么。请把地区、年份和要问的事项写全。'
