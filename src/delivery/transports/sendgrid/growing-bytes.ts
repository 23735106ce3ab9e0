/** Bytes that texts are added to, one by one, in UTF-8. */
export type GrowingBytes = {
  readonly add: (text: string) => void;
  /** What was added until now. What is added later may write over it. */
  readonly bytes: () => Buffer;
};

/** @param expected how many bytes it will be: more are possible and take longer. */
export function growingBytes(start: Buffer, expected: number): GrowingBytes {
  let buffer = Buffer.allocUnsafe(start.length + expected);
  let length = start.copy(buffer);
  return {
    add: (text) => {
      // No letter has more than three bytes; a pair of surrogates is two letters and four bytes.
      const needed = length + text.length * 3;
      if (needed > buffer.length) {
        const larger = Buffer.allocUnsafe(2 * needed);
        buffer.copy(larger, 0, 0, length);
        buffer = larger;
      }
      length += buffer.write(text, length);
    },
    bytes: () => buffer.subarray(0, length),
  };
}
