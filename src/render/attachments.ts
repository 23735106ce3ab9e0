/** A picture made ready for the mail. Width and height are in pixels as it is shown. */
export type PreparedPicture = {
  /** Its path beside the edition: "images/hillside-1a2b3c4d.jpg". */
  readonly file: string;
  readonly width: number;
  readonly height: number;
};

/** What stands beside the editions of an issue. */
export type Attachments = {
  /** By path in the workspace. */
  readonly pictures: ReadonlyMap<string, PreparedPicture>;
  /** Calendar files by item id: "events/pruning-day.ics". */
  readonly calendars: ReadonlyMap<string, string>;
};
