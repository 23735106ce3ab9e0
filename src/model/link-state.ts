/** What became of a link when somebody looked. */
export type LinkState =
  /**
   * It opens. `redirects` is how often it is passed on, `location` where permanent redirects lead in the end, `lang` the
   * language that the server says the page is in (BCP 47).
   */
  | { readonly is: 'open'; readonly redirects: number; readonly location?: string; readonly lang?: string }
  /** The server says that there is no such page, or that something is wrong. */
  | { readonly is: 'gone'; readonly status: number }
  /** It may open for readers. `because` is a clause: "the server wants to know who asks". */
  | { readonly is: 'unsure'; readonly because: string }
  /** There is nobody who answers. `because` is a clause: "there is no server of that name". */
  | { readonly is: 'unreachable'; readonly because: string };
