import fc from 'fast-check'
import { lineSoup } from './line-soup.ts'

/** What counts as one character here and as two or none there. */
const ROUGH = [
  '𠮷',
  '🏥',
  '👩‍⚕️',
  '🇨🇳',
  '葛\u{e0100}',
  '⚕\ufe0f',
  '\ufe0e',
  'e\u0301',
  '\ud842',
  '\udfb7',
  '\udfb7\ud842',
  '\u200b',
  '\u202e',
  '\u{e0041}',
  '\0',
  '\u2028',
  '\u0085',
  '\v',
  '\f',
  '\r\r\n',
  '\n\r',
  '㎡',
  'ﬃ',
  'ß',
  'İ',
]

/** Lines as plans have them with rough characters strewn in, in the middle of words and numbers too. */
export const roughText = fc
  .tuple(lineSoup, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...ROUGH)), { minLength: 1, maxLength: 24 }))
  .map(([soup, inserts]) =>
    inserts.reduce((text, [place, rough]) => {
      const at = place % (text.length + 1)
      return text.slice(0, at) + rough + text.slice(at)
    }, soup),
  )
