import type { Exclusion } from '../../corpus/index.ts'

/** Field codes, bookmarks and markup that word processors and web editors leave in copied text. */
const RESIDUE = new RegExp(
  [
    '\\[(?:bookmark|comment|footnote|endnote|field|shape|ole|anchor)\\s*[:=][^\\]\\n]{0,60}\\]',
    '<!-{0,2}\\[[^\\]\\n]{0,40}\\](?:-->|>)',
    '\\[if (?:gte|lte|lt|gt|!)[^\\]\\n]{0,40}\\]|\\[endif\\]',
    // A field code: its name, then switches and arguments; never the Chinese words behind it.
    '(?:\\{[^\\S\\n]*)?(?:HYPERLINK|PAGEREF|INCLUDEPICTURE|TOC|REF|SEQ)(?:[^\\S\\n]+(?:\\\\[a-z*@#!]|"[^"\\n]{0,200}"|_(?:Toc|Ref|Hlk)\\w+|MERGEFORMAT(?:INET)?|ARABIC))+(?:[^\\S\\n]*\\})?',
    // A field in its braces: { PAGE \\* MERGEFORMAT }, { DATE \\@ "yyyy" }.
    '\\{\\s*(?:=|HYPERLINK|PAGEREF|INCLUDEPICTURE|TOC|REF|SEQ|PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME|FORMTEXT|FORMCHECKBOX|FILENAME|AUTHOR|TITLE|SYMBOL|EQ|ADVANCE|INDEX|XE|LISTNUM|AUTONUM|SHAPE|LINK|INCLUDETEXT|MERGEFIELD|IF|ASK|QUOTE|DOCPROPERTY|STYLEREF|NOTEREF|GOTOBUTTON|MACROBUTTON|ADDIN)(?=[\\s\\d])[^{}\\n]{0,120}\\}',
    '\\b(?:MACROBUTTON|ADDIN)[^\\S\\n]+[a-z][\\w.]+|\\bSTYLEREF[^\\S\\n]+"[^"\\n]{0,60}"|\\bFORM(?:TEXT|CHECKBOX|DROPDOWN)\\b|\\[TOC\\]',
    '(?:\\b(?:NUM)?PAGE[^\\S\\n]*)?\\\\\\*\\s*MERGEFORMAT(?:INET)?',
    '_(?:Toc|Ref|Hlk)\\d{4,}',
    'EMBED\\s+[A-Z][\\w.]+',
    '错误[!！]\\s*(?:未(?:找到引用源|定义书签|指定\\p{Script=Han}{0,6})|超链接引用无效|文档中没有指定样式的文字)[。.]?|Error!\\s*(?:Reference source|Bookmark|Hyperlink|No text)[a-z ]{0,40}\\.?',
    '(?:单击|点击|双击)(?:或(?:点击|轻触|单击))?此处(?:输入|添加|键入)(?:文字|标题|日期|内容|文本|正文)[。.]?',
    '&(?:amp;)?(?:zwnj|zwj|lrm|rlm|shy|deg|plusmn|le|ge|laquo|raquo|yen|sect|rarr|larr|bdquo|sbquo|nbsp|ensp|emsp|thinsp|lt|gt|amp|quot|apos|ldquo|rdquo|lsquo|rsquo|middot|mdash|ndash|hellip|bull|copy|times|permil|#x?[0-9a-f]{2,5});|&nbsp(?![a-z])',
    '<!--[^\\n]{0,200}?-->',
    '<\\/?[a-z][\\w:-]{0,20}(?:\\s[^<>\\n]{0,200})?\\s*\\/?>',
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
    '[\\[【](?:图片|图像|插图|附图|文本框|批注|脚注|尾注|文档标题|image|object Object|endif|\\^)\\s*\\d{0,3}(?:\\.(?:png|jpe?g|gif|emf|wmf|bmp))?[\\]】]',
    '\\[\\/?(?:b|i|u|p|size|font|color|url|img|align|quote|backcolor)(?:=[^\\]\\n]{0,40})?\\]',
    '_x0000_[a-z]\\d+|(?:\\\\[rn])+',
    '[.#][a-z][\\w-]*[^\\S\\n]*\\{[^\\S\\n]*[a-z-]+\\s*:[^{}\\n]{0,300}\\}',
    '\\b(?:style|class|align|width|height|lang)\\s*=\\s*"[^"\\n]{0,200}"',
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
