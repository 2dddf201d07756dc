/** The style sheet of the report: screen in light and dark, phone, print. */
export const STYLE = `
:root{color-scheme:light dark;
--paper:#f7f5f0;--card:#fffefb;--ink:#23272d;--soft:#5a616b;--faint:#8b919a;--line:#e3dfd6;--accent:#2d5f7f;--bar:#7fa3b8;--track:#ece8df;
--error:#ae3429;--error-wash:#fae3df;--warning:#8f6100;--warning-wash:#fbefcb;--info:#3b6785;--info-wash:#e1ecf3;--info-faint:#ecf1f3;--good:#3c7a57;--gap:#fbf0ee;
--sans:"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;
--serif:"Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC","Songti SC",SimSun,serif}
@media (prefers-color-scheme:dark){:root{
--paper:#15181b;--card:#1b1f23;--ink:#dde1e5;--soft:#a3aab2;--faint:#747c85;--line:#2c3238;--accent:#86b4d0;--bar:#4d7690;--track:#262b30;
--error:#ef8d80;--error-wash:#46231f;--warning:#dfb35a;--warning-wash:#3d3116;--info:#8bb8d5;--info-wash:#1d3241;--info-faint:#1b262d;--good:#7dbf99;--gap:#2b2021}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.7 var(--sans);overflow-wrap:anywhere}
main{max-width:74rem;margin:0 auto;padding:2.5rem 2rem 4rem}
a{color:var(--accent);text-decoration:none}
a:hover{text-decoration:underline}
p,ul,ol,dl,dd,h1,h2,h3,h4,blockquote{margin:0;padding:0}
ul,ol{list-style:none}
small{font-size:.8rem;color:var(--soft);font-weight:400}
code{white-space:nowrap;font:.75rem/1.4 ui-monospace,Consolas,monospace;color:var(--faint)}
h1{font:700 1.85rem/1.35 var(--serif);text-wrap:balance}
h2{font:700 1.25rem/1.4 var(--serif);margin:0 0 1rem}
section{margin-top:3rem;padding-top:1.6rem;border-top:1px solid var(--line)}
:target{outline:2px solid var(--accent);outline-offset:3px;border-radius:3px}
a[id]:target{outline:0}
.brand{font:700 .95rem var(--serif);letter-spacing:.12em;color:var(--accent);margin-bottom:1.4rem}
.brand span{font:.8rem var(--sans);letter-spacing:.05em;color:var(--faint);margin-left:.7em}
.meta{color:var(--soft);margin-top:.6rem}
.file{color:var(--faint);font-size:.85rem}
.doubt{margin-top:1.2rem;padding:.7rem 1rem;border-left:3px solid var(--warning);background:var(--warning-wash);border-radius:0 4px 4px 0}
.figures{display:flex;flex-wrap:wrap;gap:.6rem 2.4rem;margin-top:1.6rem}
.figures div{display:flex;flex-direction:column}
.figures dd{font:600 1.9rem/1.2 var(--serif);font-variant-numeric:tabular-nums}
.figures dt{font-size:.85rem;color:var(--soft)}
.figures small{display:inline-block;margin-left:.5em;color:var(--faint)}
.figures .error dd{color:var(--error)}.figures .warning dd{color:var(--warning)}.figures .info dd{color:var(--info)}.figures .none dd{color:var(--faint)}
.figures div:nth-child(4){padding-left:2.4rem;border-left:1px solid var(--line)}
.jumps{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;margin-top:1.8rem;font-size:.9rem}
.badge{flex:none;display:inline-block;padding:0 .55em;border-radius:3px;font-size:.78rem;line-height:1.65;font-weight:600}
.badge.error{color:var(--error);background:var(--error-wash)}.badge.warning{color:var(--warning);background:var(--warning-wash)}.badge.info{color:var(--info);background:var(--info-wash)}
.first{display:grid;grid-template-columns:repeat(auto-fill,minmax(21rem,1fr));gap:.8rem}
.first li{display:flex;gap:.8rem;align-items:baseline;padding:.8rem 1rem;background:var(--card);border:1px solid var(--line);border-radius:6px}
.first h3{font-size:1rem;line-height:1.5}
.first h3 small{margin-left:.6em}
.first p{font-size:.9rem;color:var(--soft);line-height:1.65}
.place{white-space:nowrap;font-size:.85rem}
.places .place{margin-right:.35em}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;font-weight:400}
thead th{font-size:.82rem;color:var(--faint);padding:0 .9rem .4rem 0;border-bottom:1px solid var(--line)}
.coverage td,.coverage tbody th{padding:.55rem .9rem .55rem 0;border-bottom:1px solid var(--line);vertical-align:middle}
.coverage tbody th{width:34%}
.coverage th b{display:inline-block;min-width:1.4em;color:var(--faint);font-weight:600}
.bar{white-space:nowrap}
.bar span{display:inline-block;vertical-align:middle;width:calc(100% - 4.5em);height:.6rem;background:var(--track);border-radius:2px;overflow:hidden}
.bar i{display:block;height:100%;background:var(--bar)}
.bar b{display:inline-block;width:3.6em;padding-left:.7em;font-weight:400;font-size:.85rem;color:var(--soft);font-variant-numeric:tabular-nums}
.number{white-space:nowrap;width:6em;font-variant-numeric:tabular-nums}
.grades{width:24%}
.missing th,.missing td{color:var(--error)}
.missing .bar span{background:repeating-linear-gradient(135deg,var(--error-wash) 0 5px,transparent 5px 9px)}
.grade{display:inline-block;width:.68em;height:.68em;margin-right:.3em;border-radius:50%;border:1.5px solid var(--good)}
.grade.concrete{background:var(--good)}
.grade.partial{border-color:var(--good);background:linear-gradient(90deg,var(--good) 50%,transparent 50%)}
.grade.vague{border-color:var(--warning);border-style:dotted}
.legend{margin-top:.8rem;font-size:.82rem;color:var(--soft)}
.legend span{margin-right:1.4em}
.chain{font-size:.9rem;line-height:1.6;table-layout:fixed}
.chain thead th:first-child{width:23%}
.chain thead th:nth-child(2){width:33%}
.chain td{padding:.65rem .9rem .65rem 0;border-bottom:1px solid var(--line)}
.chain td+td{padding-left:.9rem;border-left:1px solid var(--line)}
.chain .group th{padding:1.3rem 0 .35rem;font:700 .95rem/1.5 var(--serif);border-bottom:1px solid var(--line)}
.chain .problem a{color:var(--ink);font-weight:600}
.chain .problem small{display:block;color:var(--faint)}
.chain li+li{margin-top:.35rem}
.chain td.gap{color:var(--error);background:repeating-linear-gradient(135deg,var(--gap) 0 8px,transparent 8px 14px);font-size:.85rem;padding-left:.9rem}
.chips{display:block;line-height:1.9}
.chip{display:inline-block;margin-right:.35em;padding:0 .4em;border:1px solid var(--line);border-radius:3px;font-size:.72rem;line-height:1.5;color:var(--soft)}
.chip.none{border-style:dashed;border-color:var(--warning);color:var(--warning)}
.orphans{margin-top:1.2rem;font-size:.9rem;color:var(--soft)}
.orphans p+p{margin-top:.4rem}
.orphans a{margin-left:1em}
.text{counter-reset:line}
.line{display:grid;grid-template-columns:2.6rem minmax(0,42rem) minmax(0,1fr);column-gap:1rem;margin-bottom:.75rem}
.line p{font:1.05rem/1.95 var(--serif);text-align:justify;white-space:pre-wrap}
.no{font-size:.75rem;line-height:2.75;color:var(--faint);text-align:right;font-variant-numeric:tabular-nums;user-select:none}
.skipped p{color:var(--faint);font-size:.9rem}
.part{margin:1.9rem 0 .7rem 3.6rem;font-size:.78rem;font-weight:600;letter-spacing:.14em;color:var(--accent)}
mark{color:inherit;padding:.12em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.error{background:var(--error-wash);border-bottom:2px solid var(--error)}
mark.warning{background:var(--warning-wash);border-bottom:2px solid var(--warning)}
mark.info{background:var(--info-faint);border-bottom:1px dotted var(--info)}
.n{font:600 .68rem/1 var(--sans);vertical-align:super;margin:0 .15em;padding:0 .1em}
.n.error{color:var(--error)}.n.warning{color:var(--warning)}.n.info{color:var(--info)}
aside{display:flex;flex-direction:column;gap:.5rem;padding-top:.45rem}
.note{display:flex;gap:.55rem;font-size:.8rem;line-height:1.55;color:var(--soft);padding-left:.6rem;border-left:2px solid var(--line)}
.note:hover{text-decoration:none;color:var(--ink)}
.note b{flex:none;font-size:.75rem;font-variant-numeric:tabular-nums}
.note strong{display:block;font-weight:600;color:var(--ink)}
.note.error{border-color:var(--error)}.note.warning{border-color:var(--warning)}.note.info{border-color:var(--info)}
.note.error b{color:var(--error)}.note.warning b{color:var(--warning)}.note.info b{color:var(--info)}
.group{font-size:1rem;margin:1.8rem 0 .6rem}
h2+.group{margin-top:0}
h4{font-size:.9rem;font-weight:600;color:var(--soft);margin:1.1rem 0 .5rem}
.finding{position:relative;padding:.75rem 1rem .8rem;margin-bottom:.7rem;background:var(--card);border:1px solid var(--line);border-left:3px solid var(--line);border-radius:4px}
.finding.error{border-left-color:var(--error)}.finding.warning{border-left-color:var(--warning)}.finding.info{border-left-color:var(--info)}
.finding .head{display:flex;flex-wrap:wrap;align-items:baseline;gap:.15rem .7rem}
.finding .number{width:auto;color:var(--faint);font-weight:600;font-size:.85rem}
.finding .head .place{margin-left:auto}
.finding blockquote{margin:.5rem 0;padding-left:.9rem;border-left:2px solid var(--line);font:.95rem/1.8 var(--serif);color:var(--soft)}
.finding blockquote mark{color:var(--ink)}
.suggestion::before{content:"建议　";color:var(--good);font-weight:600}
.related{font-size:.85rem;color:var(--soft)}
.related li::before{content:"另见　";color:var(--faint)}
details{font-size:.85rem;color:var(--soft)}
summary{cursor:pointer;color:var(--faint)}
.finding>code{position:absolute;right:1rem;bottom:.6rem}
#notes ul,section[id$=notes] ul{list-style:disc;padding-left:1.2em;color:var(--soft);font-size:.9rem}
.rules{margin-top:1.4rem;display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:1rem 2rem;font-size:.88rem}
.rules dt{font-weight:600}.rules dd{color:var(--soft)}
.several>article+article{margin-top:5rem;padding-top:3rem;border-top:3px double var(--line)}
.several{display:flex;flex-direction:column}
.overview{order:-1;margin:0 0 4rem;padding:0;border:0}
.overview h1{margin-bottom:1.2rem}
.overview td,.overview tbody th{padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--line)}
.overview .error{color:var(--error)}
footer{margin-top:3rem;font-size:.8rem;color:var(--faint)}
@media (max-width:60rem){
main{padding:1.5rem 1.1rem 3rem}
.line{grid-template-columns:1.9rem minmax(0,1fr);column-gap:.7rem}
.line aside{grid-column:2;padding:.3rem 0 .4rem}
.part{margin-left:2.6rem}}
@media (max-width:40rem){
h1{font-size:1.45rem}
.figures{gap:.6rem 1.6rem}
.figures div:nth-child(4){padding-left:0;border:0}
.figures dd{font-size:1.55rem}
.first{grid-template-columns:1fr}
.coverage thead,.chain thead{display:none}
.coverage tr{display:grid;grid-template-columns:1fr auto;gap:.15rem .8rem;padding:.7rem 0;border-bottom:1px solid var(--line)}
.coverage td,.coverage tbody th{display:block;width:auto;padding:0;border:0}
.coverage .number::before{content:"问题 ";color:var(--faint)}
.missing .number::before{content:""}
.coverage .bar{grid-column:1/3}
.coverage tbody th{grid-column:1/3}
.coverage .grades{text-align:right}
.chain,.chain tbody,.chain tr,.chain td,.chain th{display:block;width:auto}
.chain tr:not(.group){padding:.7rem 0;border-bottom:1px solid var(--line)}
.chain td,.chain td+td{padding:.15rem 0;border:0}
.chain td[data-name]{padding-left:3.2em;position:relative}
.chain td[data-name]::before{content:attr(data-name);position:absolute;left:0;color:var(--faint);font-size:.82rem}
.chain td.gap{padding-top:.2rem;padding-bottom:.2rem}
.no{line-height:2.6}
.line p{text-align:left}
.finding>code{position:static;display:block;margin-top:.3rem}}
@media print{
:root{--paper:#fff;--card:#fff}
@page{size:A4;margin:15mm 14mm}
html{font-size:12px}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:12px}
main{max-width:none;padding:0}
.jumps,.finding .place{display:none}
a{color:inherit}
section{margin-top:1.6rem;padding-top:1rem}
h2,h3,h4,.group,.part{break-after:avoid}
.finding,.first li,.coverage tr,.chain tr,.note{break-inside:avoid}
.first{grid-template-columns:1fr 1fr}
.line{grid-template-columns:1.8rem minmax(0,1fr) 13.5rem;column-gap:.8rem}
.line p{line-height:1.8}
.line aside{grid-column:3}
.several>article+article{break-before:page}}
`;
