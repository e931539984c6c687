/** The whole style of the report; it stands inside the file, so that the file stands alone. */
export const STYLE = `
:root{--sans:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC",sans-serif;
--song:"Songti SC",STSong,"Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC",SimSun,serif;
--paper:#fff;--sheet:#fbfaf7;--ink:#1b1d20;--soft:#565c64;--rule:#d8dbdf;--edge:#868c94;--blue:#0b5cad;--red:#b3261e;--green:#22663b;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--sheet:#1c1e21;--ink:#e6e7e9;--soft:#a7adb5;--rule:#363a40;--edge:#7c838c;--blue:#86b9ef;--red:#ff9488;--green:#86d3a0}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.75 var(--sans);line-break:strict;overflow-wrap:anywhere;text-autospace:normal}
main{max-width:50rem;margin:0 auto;padding:2.5rem clamp(1rem,4vw,2rem) 4rem}
h1,h2,h3,p,ul,ol,dl,dd,blockquote,figure{margin:0;padding:0}
ul,ol{list-style:none}
h1{font:700 1.75rem/1.4 var(--song);letter-spacing:.08em}
h2{margin:2.75rem 0 .75rem;padding-bottom:.25rem;border-bottom:1px solid var(--ink);font:700 1.25rem/1.6 var(--song)}
h3{margin:1.75rem 0 .5rem;font-size:1rem;font-weight:600}
.meta,.note{color:var(--soft);font-size:.875rem}
.note{margin:.5rem 0}
.verdict{margin-top:1.5rem;padding:1rem 1.25rem;border-left:4px solid var(--edge);background:var(--sheet)}
.verdict[data-kind=passed]{border-color:var(--green)}
.verdict[data-kind=failed]{border-color:var(--red)}
.verdict strong{display:block;font:700 1.5rem/1.5 var(--song)}
.verdict[data-kind=failed] strong{color:var(--red)}
.verdict[data-kind=passed] strong{color:var(--green)}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;line-height:1.5;font-variant-numeric:tabular-nums}
th,td{padding:.375rem .5rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
th:first-child,td:first-child{padding-left:0}
thead th{border-bottom-color:var(--edge);color:var(--soft);font-size:.8125rem;font-weight:600;vertical-align:bottom}
tbody th{font-weight:400}
.num{text-align:right;white-space:nowrap}
.small{display:block;color:var(--soft);font-size:.75rem;line-height:1.45}
.below{color:var(--red);font-weight:600}
.wide{min-width:46rem;table-layout:fixed}
.wide th:first-child{width:22%}
.wide thead .num{white-space:normal;text-wrap:balance}
.figures{margin-top:.5rem;table-layout:fixed}
.figures th,.figures td{padding-top:.1875rem;padding-bottom:.1875rem}
.figures th:first-child{width:32%}.figures th:nth-child(2){width:13%}.figures th:nth-child(4){width:9%}.figures th:nth-child(5){width:14%}
.figures+.figures,.scroll+.scroll{margin-top:1rem}
.spread-cell{display:flex;flex-wrap:wrap;align-items:center;gap:0 .75rem;color:var(--soft);font-size:.8125rem;white-space:nowrap}
.meanings div{display:grid;grid-template-columns:9em 1fr;gap:.5rem;padding:.1875rem 0;border-bottom:1px solid var(--rule);break-inside:avoid}
.meanings dd{color:var(--soft)}
.key-figures{margin-top:.5rem}
.key-figures div{display:grid;grid-template-columns:9em 5em 1fr;gap:0 .75rem;align-items:baseline}
.key-figures dt{color:var(--soft)}
.key-figures dd{font-variant-numeric:tabular-nums}
.key-figures dd:nth-of-type(1){font-weight:600;text-align:right}
.key-figures dd:nth-of-type(2){color:var(--soft);font-size:.8125rem}
svg{flex:none;display:block;width:7.5rem;height:1.125rem}
svg .axis{stroke:var(--rule)}
svg .spread{stroke:var(--blue);stroke-width:2}
svg .at{fill:var(--blue)}
svg .bound{stroke:var(--red)}
.case{padding:.875rem 0;border-bottom:1px solid var(--rule)}
.case .q{font-weight:600}
.case .id{margin-left:.5rem;color:var(--soft);font-size:.8125rem;font-weight:400}
.case .fault{color:var(--red)}
.case dl{display:grid;grid-template-columns:4.5em 1fr;gap:.125rem .75rem;margin-top:.25rem}
.case dt{color:var(--soft);font-size:.875rem;line-height:2}
.case dd{white-space:pre-line}
.case blockquote{font-family:var(--song)}
.case blockquote+blockquote{margin-top:.25rem}
.from{color:var(--soft);font-family:var(--sans);font-size:.8125rem}
.hash{font-family:ui-monospace,"Cascadia Mono",Consolas,monospace;font-size:.8125rem}
.sign{display:grid;grid-template-columns:1fr 1fr;gap:2.5rem 2rem;margin-top:3rem;break-inside:avoid}
.sign p{padding-bottom:.25rem;border-bottom:1px solid var(--edge)}
.sign .full{grid-column:1/-1;min-height:4.5rem}
@media (max-width:34rem){.case dl{grid-template-columns:1fr}.case dt{line-height:1.5;margin-top:.25rem}.sign{grid-template-columns:1fr}.meanings div{grid-template-columns:1fr;gap:0}.key-figures div{grid-template-columns:1fr auto}.key-figures dd:nth-of-type(2){grid-column:1/-1;margin-bottom:.25rem}.figures th:first-child{width:38%}.figures th:nth-child(2){width:20%}.figures th:nth-child(4){width:14%}.figures th:nth-child(5){width:0;padding:0;font-size:0}.figures td:nth-child(5){display:none}svg{width:5.5rem}}
@page{size:A4;margin:22mm 20mm 20mm 24mm}
h3+.note,h2+.note{break-after:avoid}
@media print{
:root{--paper:#fff;--sheet:#fff;--ink:#000;--soft:#333;--rule:#bbb;--edge:#666;--blue:#000;--red:#000;--green:#000;font-size:10.5pt;color-scheme:light}
body{font-family:var(--song)}
main{max-width:none;padding:0}
h1{text-align:center;font-size:20pt}
.meta{text-align:center}
h2{break-after:avoid;font-size:14pt}h3{break-after:avoid}
.scroll{overflow:visible}
.verdict{border:1px solid #000;border-left-width:4px}
.verdict[data-kind]{border-color:#000}
tr,.case{break-inside:avoid}
.annex{break-before:page}
.annex h2{margin-top:0}
.wide{min-width:0}
.wide th,.wide td{padding:.3rem .125rem}
.wide .small{font-size:6.5pt}
thead{display:table-header-group}
svg{width:24mm}
.figures th,.figures td{padding-top:.5mm;padding-bottom:.5mm}
}
`
