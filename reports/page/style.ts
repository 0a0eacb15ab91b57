/** The page's style sheet: one column of text, tables that scroll, dark on a dark screen, black on paper. */
export const style = `
:root{--paper:#fff;--ink:#1b2227;--quiet:#566069;--line:#d9dee2;--tint:#f5f6f7;--upheld:#14613f;--violated:#a11d1d;--inconclusive:#7a4a00;--broken:#48426f;--wash-upheld:#eef6f1;--wash-violated:#fbefee;--wash-inconclusive:#fbf4e6;--wash-broken:#f1f0f7;--focus:#0b5fc0;
--serif:Charter,'Bitstream Charter','Iowan Old Style','Source Serif Pro',Georgia,'Liberation Serif','Noto Serif CJK SC','Noto Sans CJK SC','Noto Sans CJK JP',serif;--sans:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans','Noto Sans CJK SC','Noto Sans CJK JP','Source Han Sans SC','PingFang SC','Hiragino Sans','Microsoft YaHei','Yu Gothic','WenQuanYi Micro Hei','Noto Sans Arabic',sans-serif;--mono:ui-monospace,'SF Mono',Menlo,Consolas,'Liberation Mono',monospace}
@media (prefers-color-scheme:dark){:root{--paper:#14181b;--ink:#e6e9eb;--quiet:#a5aeb5;--line:#343c42;--tint:#1c2226;--upheld:#7fcfa5;--violated:#ff9d92;--inconclusive:#e9bd6a;--broken:#bdb6ee;--wash-upheld:#16261e;--wash-violated:#2d1a19;--wash-inconclusive:#2a2213;--wash-broken:#211f30;--focus:#7db4ff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 var(--sans)}
main,footer,.banner>*{max-width:64rem;margin-inline:auto;padding-inline:1.5rem}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.25;overflow-wrap:anywhere;break-after:avoid}
h2{font-size:1.6rem;margin:0 0 1rem}
h3{font-size:1.15rem;margin:2.2rem 0 .4rem}
p,li,dd{overflow-wrap:anywhere}
p{margin:0 0 1rem;max-width:44rem}
ul,ol{margin:0 0 1rem;padding-left:1.3rem;max-width:44rem}
.plain{list-style:none;padding:0}
.plain li{margin-bottom:.3rem}
.quiet{color:var(--quiet);font-weight:400}
code,.hash,.label,.item{font-family:var(--mono);font-size:.875em}
.label,.name{white-space:nowrap}.label{color:var(--quiet)}
.hash,.item,.evidence{overflow-wrap:anywhere}
pre{margin:0 0 1rem;padding:.8rem 1rem;background:var(--tint);border:1px solid var(--line);border-radius:4px;overflow-x:auto}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-99rem;padding:.6rem 1rem;background:var(--paper);color:var(--ink)}
.skip:focus{left:1rem;top:1rem;z-index:2}
.banner{padding:2.5rem 0 2rem;border-top:6px solid currentColor;border-bottom:1px solid var(--line)}
.banner.upheld{background:var(--wash-upheld)}.banner.violated{background:var(--wash-violated)}.banner.inconclusive{background:var(--wash-inconclusive)}.banner.broken{background:var(--wash-broken)}
.banner{border-top-color:var(--ink)}.banner.upheld{border-top-color:var(--upheld)}.banner.violated{border-top-color:var(--violated)}.banner.inconclusive{border-top-color:var(--inconclusive)}.banner.broken{border-top-color:var(--broken)}
.kind{color:var(--quiet);margin-bottom:1.4rem}
.verdict{display:flex;align-items:center;gap:1.1rem;margin-bottom:1.2rem}
.verdict .shape{width:3.4rem;height:3.4rem}
.verdict h1{font-size:2.6rem;margin:0;line-height:1.1}
.gate{margin:.15rem 0 0}
.upheld .verdict{color:var(--upheld)}.violated .verdict{color:var(--violated)}.inconclusive .verdict{color:var(--inconclusive)}.broken .verdict{color:var(--broken)}
.verdict .gate{color:var(--ink)}
.shape{flex:none;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.sentence{font:400 1.4rem/1.45 var(--serif);margin-bottom:1.4rem}
.banner .diagnosis{margin-bottom:1.4rem}.banner .diagnosis li{overflow-wrap:anywhere}
.banner .fault{border-left:4px solid var(--inconclusive);background:var(--paper);padding:.7rem 1.2rem;margin-bottom:1.4rem;width:calc(100% - 3rem);max-width:61rem}
.facts{display:flex;flex-wrap:wrap;gap:.9rem 2.4rem;margin-block:0}
.facts dt{font-size:.85em;color:var(--quiet)}
.facts dd{margin:0}
section{padding-top:3.2rem}
.scroll,.matrix{overflow-x:auto;max-width:100%;margin:0 0 1.4rem}
table{border-collapse:collapse;min-width:100%;font-size:.94rem;line-height:1.45}
caption{text-align:left;color:var(--quiet);padding-bottom:.4rem;font-size:.94em}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;font-size:.92em;border-bottom:1.5px solid var(--ink);vertical-align:bottom}
tbody th{font-weight:500}
td{overflow-wrap:break-word;min-width:5rem}
.figure{text-align:right;font-variant-numeric:tabular-nums;min-width:0}
.large{font:400 1.5rem/1.2 var(--serif)}
.large.found{color:var(--violated);font-weight:600}
.mark{display:inline-flex;align-items:center;gap:.4rem;font-weight:600;white-space:nowrap}
.mark .shape{width:1.1rem;height:1.1rem;stroke-width:2.4}
.mark.upheld{color:var(--upheld);font-weight:500}.mark.violated{color:var(--violated)}.mark.inconclusive{color:var(--inconclusive)}.mark.broken{color:var(--broken)}
.case{border-left:2px solid var(--line);padding-left:1rem;margin-bottom:1.2rem}.case h3{margin-top:0}.case>details>summary{font-weight:400;color:var(--quiet)}
.viewers details{border-bottom:1px solid var(--line)}.viewers summary .quiet{display:inline-block}
.contents{padding-top:1.6rem}.contents p{margin:.8rem 0 0}.contents ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;padding:0;max-width:none;margin:0}
a{color:inherit;text-underline-offset:.15em}
.groups{list-style:none;padding:0;max-width:none}
.groups li{border-left:2px solid var(--line);padding-left:1rem;margin-bottom:1.4rem;break-inside:avoid}
.groups p{margin-bottom:.35rem;max-width:52rem}
.which{font-weight:600}
.evidence{display:block;font-size:.9em;color:var(--quiet)}
.cohorts{display:flex;flex-wrap:wrap;gap:0 3rem}.cohort{margin-bottom:2.4rem;max-width:100%;min-width:0}.cohort:has(details[open]){flex-basis:100%}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;padding:0;font-size:.9em;max-width:none}
.legend li{display:inline-flex;align-items:center;gap:.45rem}
.legend svg{flex:none}
.matrix{display:flex;align-items:flex-start;position:relative}
.matrix svg{flex:none;display:block}
.matrix .labels{position:sticky;left:0;background:var(--paper);z-index:1}
@media screen and (min-width:40.01rem){.matrix.small svg{zoom:1.5}}
svg text{font:10px var(--sans);fill:var(--quiet)}
svg .labels text{font-size:11px}
svg text.finding{fill:var(--violated);font-weight:700}
.grid{fill:none;stroke:var(--line);stroke-width:1}
.glyph{fill:none;stroke:var(--violated);stroke-width:1.5}
.glyph.own{fill:var(--upheld);stroke:none}
.glyph.missing{stroke:var(--violated)}
.glyph.unchecked{stroke:var(--quiet);stroke-width:1}
.glyph.reachable{fill:none}
.glyph.delivered{fill:var(--violated)}
.glyph.seen{stroke-width:2.4;stroke-linecap:round}
summary{cursor:pointer;padding:.3rem 0;margin-bottom:.6rem;font-weight:500}
.glossary div{display:grid;grid-template-columns:12rem 1fr;gap:.2rem 1.5rem;padding:.45rem 0;border-bottom:1px solid var(--line);max-width:52rem;break-inside:avoid}
.glossary dt{font-weight:600}.glossary dd{margin:0}
.signatures{display:grid;grid-template-columns:1fr 1fr;gap:2.5rem;max-width:48rem;margin-top:3.5rem}
.signatures div{border-top:1px solid var(--ink);padding-top:.4rem;break-inside:avoid}
.signatures dd{margin:0}
footer{color:var(--quiet);font-size:.88rem;padding-block:3.5rem 3rem}
@media screen and (max-width:40rem){thead{position:absolute;left:-99rem}table,caption,tbody,tr,th,td{display:block}tbody tr{border-bottom:1px solid var(--line);padding:.4rem 0}tbody th,td{border:0;padding:.1rem 0}td,td.figure{display:flex;justify-content:space-between;gap:1rem;text-align:right}td:empty{display:none}td::before{content:attr(data-title);color:var(--quiet);text-align:left;flex:none;max-width:50%}main,footer,.banner>*{padding-inline:1.1rem}.banner{padding-top:1.6rem}.verdict h1{font-size:2rem}.verdict .shape{width:2.6rem;height:2.6rem}.sentence{font-size:1.18rem}.glossary div{grid-template-columns:1fr}.signatures{grid-template-columns:1fr;gap:4rem}.facts{display:block}.facts div{margin-bottom:.6rem}.banner .fault{width:calc(100% - 2.2rem)}}
@page{size:A4;margin:18mm 16mm}
@media print{:root{--paper:#fff;--ink:#000;--quiet:#444;--line:#bbb;--tint:#f5f5f5;--upheld:#14613f;--violated:#a11d1d;--inconclusive:#7a4a00;--broken:#48426f}
body{font-size:9.5pt;line-height:1.45}.skip{display:none}.banner{background:none!important;padding-top:1rem}
main,footer,.banner>*{max-width:none;padding-inline:0}.banner .fault{width:auto}
section{padding-top:1.8rem}h2{font-size:15pt}h3{font-size:11.5pt;margin-top:1.2rem}.sentence{font-size:13pt}
.scroll,.matrix{overflow:visible}table{font-size:8.5pt}thead{display:table-header-group}tr{break-inside:avoid}td{min-width:0;overflow-wrap:anywhere}
.cohorts{display:block}.matrix{break-inside:avoid}.matrix svg{height:auto}.matrix .labels{position:static;width:auto;max-width:var(--labels)}.matrix .cells{width:auto;max-width:var(--cells)}
details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none}
pre{white-space:pre-wrap}.large{font-size:13pt}}
`;
