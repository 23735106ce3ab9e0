/** What is wrong with a picture, for whoever saved it. */
export type PictureProblem = {
  readonly kind: 'not-a-picture' | 'too-big' | 'too-many-pixels' | 'unreadable' | 'svg-not-safe';
  /** The rest of a sentence that begins with the picture's name: "is a web page, and pictures here are …" */
  readonly words: string;
  readonly fix: string;
};

/** What somebody should know of a picture that is shown all the same. */
export type PictureWarning = {
  readonly kind: 'small' | 'stands-still';
  readonly words: string;
  readonly fix: string;
};
