import type { Exclusion } from '../../corpus/index.ts'

/** Field codes, bookmarks and markup that word processors and web editors leave in copied text. */
const RESIDUE = new RegExp(
  [
    '\\[bookmark:\\s*[^\\]\\n]{0,60}\\]',
    '\\[if (?:gte|lte|lt|gt|!)[^\\]\\n]{0,40}\\]|\\[endif\\]',
    // A field code: its name, then switches and arguments; never the Chinese words behind it.
    '(?:\\{[^\\S\\n]*)?(?:HYPERLINK|PAGEREF|INCLUDEPICTURE|TOC|REF|SEQ)(?:[^\\S\\n]+(?:\\\\[a-z*@#!]|"[^"\\n]{0,200}"|_(?:Toc|Ref|Hlk)\\w+|MERGEFORMAT(?:INET)?|ARABIC))+(?:[^\\S\\n]*\\})?',
    '\\\\\\*\\s*MERGEFORMAT(?:INET)?',
    '_(?:Toc|Ref|Hlk)\\d{4,}',
    'EMBED\\s+[A-Z][\\w.]+',
    '错误[!！]\\s*未(?:找到引用源|定义书签)[。.]?',
    '&(?:nbsp|ensp|emsp|lt|gt|amp|quot|ldquo|rdquo|#\\d{2,5});',
    '<\\/?(?:p|br|span|div|strong|font|a|td|tr|table|o:p)(?:\\s[^<>\\n]{0,200})?\\/?>',
    '<!--[^\\n]{0,200}?-->',
    '[\\u200b\\u200c\\u200d\\u2060\\ufeff\\u00ad]+',
    '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\ufffc]+',
  ].join('|'),
  'giu',
)

/** Ranges of a text that an editor left behind; the words around them stay. */
export function findEditorResidue(text: string): readonly Exclusion[] {
  return [...text.matchAll(RESIDUE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    reason: 'editor_residue',
  }))
}
