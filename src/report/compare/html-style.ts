/** What the page of a comparison needs besides the style sheet of the check report. */
export const COMPARE_STYLE = `
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.2rem}
.facts dt{color:var(--soft)}
.facts .grave{color:var(--error);font-weight:600}
.slope{display:block;width:100%;max-width:46rem;height:auto;font:13px var(--sans)}
.slope text{fill:currentColor}
.slope .year{fill:var(--soft);font-weight:600}
.slope .axis{stroke:var(--line)}
.slope polyline{fill:none;stroke:currentColor;stroke-width:2.2}
.slope circle{fill:currentColor}
.t0{color:#2d6f9f}.t1{color:#b3541e}.t2{color:#3c7a57}.t3{color:#8a4f9e}.t4{color:#a8862a}.t5{color:#b23a5f}.t6{color:#4a6fb5}.t7{color:#6b7f3a}.t8{color:#7a6a5c}
.trend td,.trend th,.matrix td,.matrix th,.pairs td,.pairs th{padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line)}
.trend td{font-variant-numeric:tabular-nums}
.pairs th{white-space:nowrap}
.matrix{font-size:.9rem;line-height:1.55;table-layout:fixed}
.matrix td{border-left:1px solid var(--line);padding-left:.7rem}
.matrix td.in{background:var(--info-wash)}
.matrix .always td.in{background:var(--error-wash)}
.matrix td a{color:var(--ink)}
.relation{white-space:nowrap;font-weight:600}
.relation.copied{color:var(--error)}.relation.persisting{color:var(--warning)}.relation.resolved{color:var(--good)}.relation.dropped,.relation.new{color:var(--info)}
.share{white-space:nowrap;font-variant-numeric:tabular-nums}
.pairs .why{font-size:.82rem;color:var(--soft)}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:.4rem 1.6rem;padding:.9rem 0;border-bottom:1px solid var(--line)}
.sides h3{grid-column:1/3;font-size:1rem}
.sides h3 small{margin-left:.8em}
.sides h4{margin:0;font-size:.78rem;color:var(--faint)}
.sides p{font:1rem/1.85 var(--serif)}
del,ins{text-decoration:none;padding:.1em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
del{background:var(--error-wash);border-bottom:2px solid var(--error)}
ins{background:#dcefe3;border-bottom:2px solid var(--good)}
@media (prefers-color-scheme:dark){ins{background:#1d3a2a}
.t0{color:#7db7dd}.t1{color:#e59a6a}.t2{color:#86c6a0}.t3{color:#c79ad8}.t4{color:#dcbf6b}.t5{color:#e98aa6}.t6{color:#93aee8}.t7{color:#b3c581}.t8{color:#b9a999}}
@media (max-width:40rem){.sides{grid-template-columns:1fr}.sides h3{grid-column:auto}.matrix{display:block;overflow-x:auto}}
@media print{.sides,.pairs tr,.matrix tr,.slope{break-inside:avoid}}
`;
