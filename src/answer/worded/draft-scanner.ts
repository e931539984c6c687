import { type DraftSentence, draftSentenceSchema } from './draft.ts'

/** Finds the sentences of a draft while it is still being written. */
export interface DraftScanner {
  /** Takes the next piece of text. @returns the sentences it completes */
  push(text: string): readonly DraftSentence[]
  /** Whether the whole object was closed. */
  isClosed(): boolean
  /** Objects that were no sentences. */
  malformed(): number
}

/** A sentence that is longer than this is none. */
const LONGEST_OBJECT = 8000
const THOUGHT = { start: '<think>', end: '</think>' } as const

/**
 * Reads every innermost object of the text as a sentence; what stands around them (prose, code fences, other
 * wrappings) does not matter.
 */
export function createDraftScanner(): DraftScanner {
  const reader = createObjectReader()
  let malformed = 0
  let pending = ''
  let mode: 'head' | 'thought' | 'draft' = 'head'
  /** Takes thoughts off the front; undefined while more must be seen. */
  const draftPart = (text: string): string => {
    pending += text
    if (mode === 'head') {
      const head = pending.trimStart()
      if (THOUGHT.start.startsWith(head)) return ''
      mode = head.startsWith(THOUGHT.start) ? 'thought' : 'draft'
    }
    if (mode === 'thought') {
      const end = pending.indexOf(THOUGHT.end)
      if (end === -1) {
        pending = pending.slice(-THOUGHT.end.length)
        return ''
      }
      pending = pending.slice(end + THOUGHT.end.length)
      mode = 'draft'
    }
    const rest = pending
    pending = ''
    return rest
  }
  return {
    push: (text) =>
      reader.read(draftPart(text)).flatMap((object) => {
        const sentence = parseSentence(object)
        if (sentence === undefined) malformed++
        return sentence ?? []
      }),
    isClosed: reader.isClosed,
    malformed: () => malformed,
  }
}

function parseSentence(object: string): DraftSentence | undefined {
  try {
    const parsed = draftSentenceSchema.safeParse(JSON.parse(object))
    return parsed.success ? parsed.data : undefined
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault
    return undefined
  }
}

/** Cuts innermost `{…}` out of a stream of characters; braces inside of strings do not count. */
function createObjectReader() {
  let object = ''
  let depth = 0
  let isInner = false
  let isInString = false
  let isEscaped = false
  let wasOpened = false
  const step = (character: string): string | undefined => {
    if (depth > 0 && object.length < LONGEST_OBJECT) object += character
    if (isInString) {
      if (isEscaped) isEscaped = false
      else if (character === '\\') isEscaped = true
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = depth > 0
    else if (character === '{') {
      depth++
      object = '{'
      isInner = true
      wasOpened = true
    } else if (character === '}' && depth > 0) {
      depth--
      const isComplete = isInner
      isInner = false
      return isComplete ? object : undefined
    }
    return undefined
  }
  return {
    read: (text: string): readonly string[] => [...text].flatMap((character) => step(character) ?? []),
    isClosed: () => wasOpened && depth === 0 && !isInString,
  }
}
