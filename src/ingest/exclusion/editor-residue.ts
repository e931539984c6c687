import type { Exclusion } from '../../corpus/index.ts'

/** Field codes, bookmarks and markup that word processors and web editors leave in copied text. */
const RESIDUE = new RegExp(
  [
    '\\[bookmark:\\s*[^\\]\\n]{0,60}\\]',
    '\\[if (?:gte|lte|lt|gt|!)[^\\]\\n]{0,40}\\]|\\[endif\\]',
    // A field code: its name, then switches and arguments; never the Chinese words behind it.
    '(?:\\{[^\\S\\n]*)?(?:HYPERLINK|PAGEREF|INCLUDEPICTURE|TOC|REF|SEQ)(?:[^\\S\\n]+(?:\\\\[a-z*@#!]|"[^"\\n]{0,200}"|_(?:Toc|Ref|Hlk)\\w+|MERGEFORMAT(?:INET)?|ARABIC))+(?:[^\\S\\n]*\\})?',
    // A field in its braces: { PAGE \\* MERGEFORMAT }, { DATE \\@ "yyyy" }.
    '\\{\\s*(?:PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME|FORMTEXT|FORMCHECKBOX|FILENAME|AUTHOR|TITLE|SYMBOL|EQ|ADVANCE|INDEX|XE|LISTNUM|AUTONUM|SHAPE|LINK|INCLUDETEXT|MERGEFIELD|IF|ASK|QUOTE|DOCPROPERTY|STYLEREF|NOTEREF|GOTOBUTTON|MACROBUTTON)\\b[^{}\\n]{0,120}\\}',
    '\\\\\\*\\s*MERGEFORMAT(?:INET)?',
    '_(?:Toc|Ref|Hlk)\\d{4,}',
    'EMBED\\s+[A-Z][\\w.]+',
    '错误[!！]\\s*未(?:找到引用源|定义书签)[。.]?',
    '&(?:nbsp|ensp|emsp|thinsp|lt|gt|amp|quot|apos|ldquo|rdquo|lsquo|rsquo|middot|mdash|ndash|hellip|bull|copy|times|permil|#x?[0-9a-f]{2,5});',
    '<!--[^\\n]{0,200}?-->',
    '<\\/?(?:p|br|span|div|strong|font|a|td|tr|table|img|b|i|u|em|ul|li|h[1-6]|tbody|style|script|section|center|sup|sub|o:p)(?:\\s[^<>\\n]{0,200})?\\/?>',
    // Style sheets and scripts that were copied with the words.
    '\\.?(?:TRS_\\w+|MsoNormal\\w*|Custom_Unionstyle|view)(?:[^\\S\\n]*[,\\w.:]+)*[^\\S\\n]*\\{[^{}\\n]{0,300}\\}',
    '@(?:page|font-face|list|media)[^{}\\n]{0,60}\\{[^{}\\n]{0,300}\\}',
    '\\/\\*[^\\n]{0,200}?\\*\\/',
    '(?:table|p|li|div)\\.Mso\\w+[^{}\\n]{0,60}\\{[^{}\\n]{0,400}\\}',
    'Normal\\s+0\\s+(?:[\\d.]+\\s*磅\\s*)?(?:\\d+\\s+)*(?:false\\s+){1,4}(?:(?:EN-US|ZH-CN|X-NONE|JA)\\s*)+(?:MicrosoftInternetExplorer\\d)?',
    '(?:mso-[a-z-]+|font-family|font-size|line-height|text-indent|text-align|margin-(?:top|bottom|left|right))\\s*:\\s*[^;\\n\\u4e00-\\u9fff]{1,60};',
    '(?:var\\s+\\w+\\s*=|function\\s+\\w*\\s*\\(|document\\.(?:write|getElement\\w+)\\(|\\$\\(|window\\.\\w+)[^\\n\\u4e00-\\u9fff]{0,200}[;})]',
    '\\{\\{[^{}\\n]{0,60}\\}\\}|\\$\\{[^{}\\n]{0,60}\\}',
    '_x000[dDaA]_',
    '(?:OLE_LINK|_GoBack)\\d*',
    '\\[(?:图片|image|object Object|endif)\\]',
    '(?:StartFragment|EndFragment)',
    '[\\u200b\\u200c\\u200d\\u200e\\u200f\\u202a-\\u202e\\u2060\\ufeff\\u00ad]+',
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
