declare module 'launch-editor/guess.js' {
  /** The editor that is open or named in a variable, and what it is called with; `[null]` if there is none. */
  function guessEditor(specifiedEditor?: string): [string, ...string[]] | [null];
  export = guessEditor;
}
