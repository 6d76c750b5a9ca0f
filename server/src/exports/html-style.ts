/** The product's look in few lines: client/src/styles/tokens.css for a file that has nothing beside it. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fbf8f3;--surface:#fff;--sunk:#f3eee5;--line:#ddd5c7;--ink:#1f1b16;--ink-2:#5a5247;--accent:#1d4e89;
--info:#1d4e89;--info-soft:#e3ecf6;--tip:#1e6b47;--tip-soft:#e2f2e9;--warning:#8a5a00;--warning-soft:#fbf0d9;--danger:#a3262a;--danger-soft:#fbe9e7;
--serif:Newsreader,"Iowan Old Style",Charter,Georgia,serif;--sans:"Source Sans 3","Source Sans Pro",system-ui,sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#171512;--surface:#211e1a;--sunk:#100e0c;--line:#3a352e;--ink:#f2ece2;--ink-2:#b8ae9f;--accent:#8fb8e8;
--info:#8fb8e8;--info-soft:#1e2e42;--tip:#83cfa6;--tip-soft:#18342a;--warning:#e9be6c;--warning-soft:#3a2d12;--danger:#f2938c;--danger-soft:#3c1f1d}}
*{box-sizing:border-box}
html{scroll-padding-block-start:1.5rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.13rem/1.65 var(--sans);overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;inset-inline-start:-99rem}
.skip:focus{inset-inline-start:1rem;inset-block-start:1rem;padding:.5rem 1rem;background:var(--surface)}
.sheet{max-inline-size:40rem;margin:0 auto;padding:clamp(2rem,8vw,5rem) clamp(1rem,4vw,2rem) 5rem}
.head{margin-block-end:3rem}
.head::before,.chapter>h2::before{content:"";display:block;inline-size:3.5rem;border-block-start:4px solid var(--accent);margin-block-end:1rem}
.head p{margin:.4rem 0 0;color:var(--ink-2)}
h1,h2,h3,h4,h5,h6{font-family:var(--serif);font-weight:600;line-height:1.2;margin:1.8em 0 .6em;text-wrap:balance}
.title{font-size:clamp(2.2rem,1.6rem + 2.6vw,3.2rem);margin:0}h2{font-size:1.6rem}h3{font-size:1.3rem}h4{font-size:1.13rem}h5,h6{font-size:1.06rem;font-style:italic}
.chapter{margin-block-start:5rem}.chapter>h2{margin-block-start:0;font-size:2rem}
p,ul,ol,pre,table,blockquote,aside,figure,.math-block{margin:0 0 .9em}
ul,ol{padding-inline-start:1.5em}li{margin-block:.25em}
nav ol{list-style:none;padding-inline-start:0;margin:0}nav ol ol{padding-inline-start:1.3em;font-size:.94em}nav a{text-decoration:none}nav a:hover{text-decoration:underline}
nav h2{margin-block-start:0}nav>ol>li{margin-block:.5em}
img{max-inline-size:100%;block-size:auto;border-radius:.4rem;vertical-align:middle}
pre,code{font:.88em/1.5 ui-monospace,"Cascadia Mono","DejaVu Sans Mono",monospace}
code{padding:.1em .3em;border-radius:.3em;background:var(--sunk)}
pre{overflow-x:auto;padding:.9em 1em;border-radius:.5rem;background:var(--sunk)}pre code{padding:0;background:none;font-size:1em}
blockquote{margin-inline:0;padding-inline-start:1.1em;border-inline-start:3px solid var(--line);color:var(--ink-2)}
.wide{overflow-x:auto;margin:0 0 .9em}.wide table{margin:0}
table{border-collapse:collapse;font-size:.94em;max-inline-size:100%}
th,td{padding:.4em .8em;border-block-end:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:normal}th{background:var(--sunk)}
[data-align=center]{text-align:center}[data-align=right]{text-align:end}
hr{border:0;border-block-start:1px solid var(--line);inline-size:30%;margin:2em auto}
.callout{padding:.9em 1.1em;border-inline-start:4px solid var(--tone);border-radius:0 .4rem .4rem 0;background:var(--soft)}
.callout-info{--tone:var(--info);--soft:var(--info-soft)}.callout-tip{--tone:var(--tip);--soft:var(--tip-soft)}.callout-warning{--tone:var(--warning);--soft:var(--warning-soft)}.callout-danger{--tone:var(--danger);--soft:var(--danger-soft)}
.callout-title{font-weight:700;color:var(--tone);margin-block-end:.3em}.callout-body>:last-child{margin-block-end:0}
[data-type=taskList]{list-style:none;padding-inline-start:0}[data-type=taskItem]{display:flex;gap:.6em}[data-type=taskItem]>div{flex:1}[data-type=taskItem] p:last-child{margin:0}
.math-block{overflow-x:auto;text-align:center}
.footnotes{margin-block-start:2.5em;font-size:.92em;border-block-start:1px solid var(--line)}.footnote-ref a{text-decoration:none;padding-inline:.1em}
.file-size,.absent{color:var(--ink-2)}.absent{font-style:italic}
.people{columns:2;list-style:none;padding:0}
@media (max-width:30rem){.people{columns:1}}
@media print{@page{margin:2.2cm}body{background:#fff;font-size:11pt}.sheet{max-inline-size:none;padding:0}.skip{display:none}.chapter{break-before:page;margin:0}
h1,h2,h3,h4,h5,h6{break-after:avoid}pre,blockquote,img,tr{break-inside:avoid}pre{white-space:pre-wrap}a{color:inherit}.wide{overflow:visible}}
`.trim()
