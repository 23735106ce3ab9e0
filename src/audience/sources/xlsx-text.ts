/** Collects the text of one cell while an XML file is read. */
export type TextCollector = {
  readonly open: (name: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
  /** What was collected since it was taken last. */
  readonly take: () => string;
};

/**
 * The runs of a text with formats joined, without the readings that Japanese spreadsheets keep beside words
 * (ECMA-376 part 1, 18.4.6 and 18.4.8).
 */
export function textCollector(): TextCollector {
  let collected = '';
  let inReading = false;
  let inText = false;
  return {
    open: (name) => {
      if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    close: (name) => {
      if (name === 'rPh') inReading = false;
      else if (name === 't') inText = false;
    },
    text: (text) => {
      if (inText) collected += text;
    },
    take: () => {
      const taken = unescaped(collected);
      collected = '';
      return taken;
    },
  };
}

/**
 * A text as it is shown. Characters that XML has no room for are written like _x000D_ (ST_Xstring, ECMA-376 part 1,
 * 22.9.2.19). Line breaks come out as line feeds.
 */
export function unescaped(text: string): string {
  const plain = text.includes('_x') ? decoded(text) : text;
  return plain.includes('\r') ? plain.replaceAll(/\r\n?/g, '\n') : plain;
}

function decoded(text: string): string {
  return (
    text
      .replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      // Half of a character is one that cannot be read.
      .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
  );
}
