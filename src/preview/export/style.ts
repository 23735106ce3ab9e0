/** How every page looks: the colours, type and spaces of the workbench, in one file that asks for nothing else. */
export const style = `:root {
  color-scheme: light dark;
  --paper: light-dark(#faf8f5, #161513);
  --sheet: light-dark(#ffffff, #1f1d1b);
  --sunken: light-dark(#f1ede7, #100f0e);
  --ink: light-dark(#1d1a17, #f1ece4);
  --faint-ink: light-dark(#5d554c, #b3a99c);
  --line: light-dark(#ddd5ca, #3a3631);
  --strong-line: light-dark(#857a6c, #8a8073);
  --accent: light-dark(#8a1538, #ff9db3);
  --on-accent: light-dark(#ffffff, #3a0414);
  --accent-wash: light-dark(#fbeef1, #35141d);
  --error: light-dark(#a3160f, #ff9a8f);
  --error-wash: light-dark(#fdecea, #3a1512);
  --warning: light-dark(#7a4b00, #f5c163);
  --warning-wash: light-dark(#fdf3e0, #332508);
  --note: light-dark(#1e4f85, #9cc6f5);
  --note-wash: light-dark(#eaf2fb, #12253b);
  --space-1: 0.25rem;
  --space-2: 0.5rem;
  --space-3: 0.75rem;
  --space-4: 1rem;
  --space-6: 1.5rem;
  --space-8: 2.5rem;
  --round: 0.5rem;
  --shadow: 0 1px 2px rgb(0 0 0 / 0.08), 0 6px 24px rgb(0 0 0 / 0.07);
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
  --small: 0.8125rem;
  --draft: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='340' height='260'%3E%3Ctext x='170' y='145' fill='%23a33a5c' fill-opacity='0.1' font-family='Helvetica,Arial,sans-serif' font-size='54' font-weight='700' letter-spacing='8' text-anchor='middle' transform='rotate(-24 170 130)'%3EDRAFT%3C/text%3E%3C/svg%3E");
  --edge: max(var(--space-6), 50vw - 37.5rem);
}

*, *::before, *::after { box-sizing: border-box; }
html { font: 100% / 1.5 var(--sans); background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { display: flex; flex-direction: column; min-height: 100vh; margin: 0; overflow-wrap: break-word; }
h1, h2, h3, p, dl, dd, ul, ol, pre, fieldset { margin: 0; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2.125rem); }
h2 { font-size: 1.1875rem; }
h3 { font-size: 1.0625rem; }
small { font-size: var(--small); font-family: var(--sans); font-weight: 400; color: var(--faint-ink); }
ul[role="list"], ol[role="list"] { list-style: none; padding: 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
main { flex: 1; }
.faint { color: var(--faint-ink); }
.said-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: var(--space-2); top: -4rem; z-index: 10; padding: var(--space-2) var(--space-3); background: var(--sheet); }
.skip:focus { top: var(--space-2); }

.bar { border-bottom: 1px solid var(--line); background: var(--sheet); }
.mark { padding: var(--space-2) var(--edge); background: light-dark(var(--accent), var(--accent-wash)); color: light-dark(var(--on-accent), var(--accent)); }
.bar nav { padding: var(--space-2) var(--edge); }
.bar nav a { display: inline-block; padding: var(--space-1) 0; }
.bar nav a::before { content: "← " / ""; }

.page { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-8); padding: var(--space-8) var(--edge); }
.head { display: grid; gap: var(--space-2); max-width: 48rem; }
.over { font-weight: 600; color: var(--accent); }
.page > p a { display: inline-block; padding: var(--space-1) 0; }
.sheet { padding: var(--space-4); border: 1px solid var(--line); border-radius: var(--round); background: var(--sheet); }
footer { padding: var(--space-4) var(--edge); border-top: 1px solid var(--line); font-size: var(--small); color: var(--faint-ink); }

.issue { display: grid; grid-template-columns: minmax(14rem, 19rem) minmax(0, 1fr); gap: var(--space-6); padding-top: var(--space-6); border-top: 1px solid var(--line); }
.issue h2 { font-size: 1.5rem; }
.facts { display: grid; gap: var(--space-1); align-content: start; }
.facts .label { color: var(--faint-ink); }
.facts dl { display: grid; gap: var(--space-2); margin-top: var(--space-3); }
.facts dt { font-size: var(--small); color: var(--faint-ink); }
.stale { margin-top: var(--space-3); padding: var(--space-2) var(--space-3); border-radius: var(--round); background: var(--warning-wash); color: var(--warning); }
.editions { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: var(--space-4); align-items: start; }
.card { display: grid; gap: var(--space-2); padding: var(--space-4); border: 1px solid var(--line); border-radius: var(--round); background: var(--sheet); box-shadow: var(--shadow); }
.card h3 { display: flex; justify-content: space-between; gap: var(--space-3); align-items: baseline; }
.card h3 small { white-space: nowrap; }
.card .subject { font-family: var(--serif); }
.card p.faint { font-size: var(--small); }
.card li a { display: block; padding: var(--space-1) 0; }

.personas { display: grid; gap: var(--space-3); padding-top: var(--space-6); border-top: 1px solid var(--line); }
.personas dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: var(--space-4) var(--space-6); margin-top: var(--space-2); }
.personas dt { font-weight: 600; }
.personas dd { color: var(--faint-ink); }

.reading { gap: var(--space-6); }
.leaf { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--space-2) var(--space-6); padding: var(--space-3) 0; border-block: 1px solid var(--line); }
.leaf a { max-width: 26rem; padding: var(--space-1) 0; }
.leaf small { display: block; }
.leaf a[rel="next"] { margin-left: auto; text-align: right; }
.desk { display: grid; grid-template-columns: minmax(0, 1fr) minmax(16rem, 21rem); gap: var(--space-8); align-items: start; }
.mail, .side { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-6); }
.mail section { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-3); }
.side nav h2, .found h2 { margin-bottom: var(--space-2); }
.side nav a { display: block; padding: var(--space-2) var(--space-3); border-left: 3px solid var(--line); }
.side nav a[aria-current] { border-left-color: var(--accent); background: var(--accent-wash); color: var(--ink); font-weight: 600; text-decoration: none; }
.side nav small { display: block; }

.inbox dl { display: grid; gap: 0 var(--space-3); }
.inbox .sender { font-weight: 600; }
.inbox .preheader { color: var(--faint-ink); }

.choices { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-6); }
fieldset { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); padding: 0; border: 0; }
legend { padding: 0; font-size: var(--small); color: var(--faint-ink); }
label { display: inline-flex; align-items: center; gap: var(--space-2); min-height: 2rem; cursor: pointer; }
input { width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--accent); }

.frames { position: relative; width: 100%; max-width: 100%; height: max(32rem, 82vh); margin: 0 auto; border: 1px solid var(--strong-line); border-radius: var(--round); background: #ffffff; overflow: hidden; resize: vertical; }
.frames iframe { display: block; width: 100%; height: 100%; border: 0; }
.frames .is-light { color-scheme: light; }
.frames .is-dark { display: none; color-scheme: dark; }
.email:has(#colours-dark:checked) .is-dark { display: block; }
.email:has(#colours-dark:checked) .is-light { display: none; }
.email:has(#width-375:checked) .frames { width: 377px; }
.email:has(#width-320:checked) .frames { width: 322px; }
/* Faint enough that every word under it can be read, and clicks go through it. */
.frames::after {
  content: "";
  position: absolute;
  inset: 0;
  pointer-events: none;
  background: var(--draft);
}

.copy { background: var(--draft), var(--sheet); display: grid; justify-content: center; grid-template-columns: minmax(0, 42rem); gap: var(--space-3); padding: clamp(var(--space-4), 4vw, 3rem); font-family: var(--serif); }
.copy h3 { margin-top: var(--space-4); color: var(--accent); }
.copy h4 { margin: var(--space-6) 0 0; font: 600 1.25rem / 1.2 var(--serif); }
.copy blockquote { display: grid; gap: var(--space-1); margin: 0; padding: var(--space-3) var(--space-4); border-left: 3px solid var(--line); background: var(--sunken); }
.copy table { border-collapse: collapse; font: var(--small) / 1.4 var(--sans); }
.copy th, .copy td { padding: var(--space-1) var(--space-2); border-bottom: 1px solid var(--line); text-align: right; font-variant-numeric: tabular-nums; }
.copy th:first-child { padding-left: 0; text-align: left; font-weight: 400; }
.copy thead th, .copy thead th:first-child { font-weight: 600; }
.copy a { display: inline-block; min-height: 1.5rem; overflow-wrap: anywhere; }

summary { padding: var(--space-2) 0; font: 600 1.1875rem / 1.2 var(--serif); cursor: pointer; }
details > .sheet { margin-top: var(--space-2); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 0.875rem / 1.5 var(--mono); }
.links { display: grid; gap: var(--space-3); padding-left: var(--space-8); }
.links a { display: block; min-height: 1.5rem; overflow-wrap: anywhere; font-size: var(--small); }

.found ul { display: grid; gap: var(--space-4); margin-top: var(--space-3); }
.found li { display: grid; gap: var(--space-1); padding-top: var(--space-3); border-top: 1px solid var(--line); }
.found pre { padding: var(--space-2); border-radius: var(--round); background: var(--sunken); }
.found .place { font-size: var(--small); }
.severity { display: inline-block; padding: 0 0.5em; border-radius: 1em; font-size: var(--small); font-weight: 600; }
.severity.is-error { background: var(--error-wash); color: var(--error); }
.severity.is-warning { background: var(--warning-wash); color: var(--warning); }
.severity.is-info { background: var(--note-wash); color: var(--note); }

@media (max-width: 60rem) {
  .desk, .issue { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 40rem) {
  :root { --edge: var(--space-4); }
  .page { padding-block: var(--space-6); }
  .copy { padding: var(--space-3); }
  .copy th, .copy td { padding-inline: var(--space-1); font-size: 0.75rem; }
  .copy th[scope="row"] { overflow-wrap: anywhere; }

}
@media (pointer: coarse) {
  label, .side nav a, .card li a { min-height: 2.75rem; align-items: center; }
}
@media print {
  .choices, .leaf, .side nav { display: none; }
}
`;
