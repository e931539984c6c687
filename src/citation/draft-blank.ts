/** The words that may stand in 〔〕. Nothing else is written into a draft by code. */
export const BLANKS = [
  '待定',
  '下一步待定',
  '时限待定',
  '期限待定',
  '时政表述待定',
  '涉疫内容待定',
  '届次待定',
  '未给出当年值',
  '未给出当年进度',
] as const
export type Blank = (typeof BLANKS)[number]

const BLANK = new RegExp(`〔(?<name>${BLANKS.join('|')})(?:：(?:上年|原文)(?<old>[^〔〕]{1,60}))?〕`, 'uy')
/** These say something of what stands before them and take the place of nothing. */
export const REMARKS: ReadonlySet<string> = new Set<Blank>(['未给出当年值', '未给出当年进度'])

/** A bracket as it stands in a sentence, with the old words it repeats. */
export interface ReadBlank {
  readonly mark: string
  readonly name: string
  readonly old: string | undefined
}

/** Words of bringing about that a clause may lose when what is to come next is left open. */
export const BRINGS =
  /^(?:力争|确保|争取|继续|加快|尽快|全面|年内|年底前|\d{1,2}月底?前|[上下]半年|推动|推进|力促|促成|完成|实现|启动|[\s，,、])*$/u

/** The brackets from a place on, up to the next quotation; and the draft's year where it stands among them. */
export function readBlanks(
  { text, year }: { readonly text: string; readonly year?: number | undefined },
  from: number,
  quote: string | undefined,
) {
  const blanks: ReadBlank[] = []
  let at = from
  let isYear = false
  while (quote === undefined || !text.startsWith(quote, at)) {
    BLANK.lastIndex = at
    const match = BLANK.exec(text)
    if (match !== null) {
      blanks.push({ mark: match[0], name: match.groups?.name ?? '', old: match.groups?.old })
      at += match[0].length
    } else if (year !== undefined && !isYear && text.startsWith(String(year), at)) {
      isYear = true
      at += String(year).length
    } else break
  }
  return { at, blanks, isYear }
}

export const NOT_THERE = '〔〕里的原话不在原文的这个地方'
const LOOSE = /^[\s。；;，,、：:！!]*$/u
/** Whole clauses in front of a bracket, and behind one. */
const CLAUSES_BEFORE = /[，,；;。]\s*$/u
const CLAUSES_BEHIND = /^\s*[，,；;。]/u

/**
 * Whether the old words in brackets are all that stood in their place, up to marks, words of bringing about and whole
 * clauses that were left out beside it: 5% is no part of 65%. Beside a bracket that tells none, they must not be cut out
 * of a figure.
 */
export function areOwnWords(blanks: readonly { readonly old: string | undefined }[], gap: string): boolean {
  const olds = blanks.flatMap(({ old }) => old ?? [])
  const isTold = olds.length === blanks.length
  let at = 0
  for (const [place, old] of olds.entries()) {
    const found = gap.indexOf(old, at)
    if (found === -1) return false
    const before = gap.slice(at, found)
    const isClean = BRINGS.test(before) || (place === 0 && CLAUSES_BEFORE.test(before))
    if (isTold ? !isClean : /[\d.]$/u.test(before)) return false
    at = found + old.length
  }
  const rest = gap.slice(at)
  if (olds.length === 0) return true
  return isTold ? LOOSE.test(rest) || CLAUSES_BEHIND.test(rest) : !/^[\d.%‰万亿以余多左]/u.test(rest)
}

/** What of a gap no bracket shows; 不低于 denies nothing. */
export function unseenIn(gap: string, blanks: readonly ReadBlank[]): string {
  const unseen = blanks.reduce((rest, { old }) => (old === undefined ? rest : rest.replace(old, '')), gap)
  return unseen.replace(/不(?:得|应)?(?:低于|少于|超过|高于|多于|大于|小于)/gu, '')
}
