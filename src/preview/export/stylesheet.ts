/** The look of the exported pages: that of the workbench, with nothing that moves. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --paper: light-dark(#faf8f5, #161513);
  --sheet: light-dark(#ffffff, #1f1d1b);
  --ink: light-dark(#1d1a17, #f1ece4);
  --faint-ink: light-dark(#5d554c, #b3a99c);
  --line: light-dark(#ddd5ca, #3a3631);
  --accent: light-dark(#8a1538, #ff9db3);
  --error: light-dark(#a3160f, #ff9a8f);
  --warning: light-dark(#7a4b00, #f5c163);
  --note: light-dark(#1e4f85, #9cc6f5);
}
* { box-sizing: border-box; }
body {
  max-width: 60rem;
  margin: 0 auto;
  padding: 0 1rem 3rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
}
h1, h2 { font-family: "Iowan Old Style", Palatino, Georgia, serif; line-height: 1.2; }
h1 small, h2 small { font: 1rem system-ui, sans-serif; color: var(--faint-ink); }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
section { margin: 2rem 0; }
.draft {
  margin: 0 -1rem 1.5rem;
  padding: 0.5rem 1rem;
  background: var(--accent);
  color: var(--paper);
}
.draft strong { margin-right: 0.5rem; text-transform: uppercase; letter-spacing: 0.08em; }
.advice { color: var(--faint-ink); }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; }
nav a, .editions a { display: inline-block; padding: 0.2rem 0; }
.inbox { padding: 0.75rem 1rem; border: 1px solid var(--line); background: var(--sheet); }
.email { position: relative; }
.email iframe { display: block; width: 100%; height: 80vh; border: 1px solid var(--line); background: #ffffff; }
.email .mark {
  position: absolute;
  inset: 1rem 2rem auto auto;
  padding: 0.1rem 0.6rem;
  border: 2px solid #8a1538;
  border-radius: 0.3rem;
  background: rgb(255 255 255 / 0.85);
  color: #8a1538;
  font-weight: 700;
  text-transform: uppercase;
  letter-spacing: 0.1em;
  transform: rotate(4deg);
  pointer-events: none;
}
summary { padding: 0.3rem 0; cursor: pointer; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid var(--line); background: var(--sheet); white-space: pre-wrap; overflow-wrap: anywhere; }
code { overflow-wrap: anywhere; }
.findings li { margin-bottom: 0.5rem; }
.is-error { color: var(--error); }
.is-warning { color: var(--warning); }
.is-info { color: var(--note); }
`;
