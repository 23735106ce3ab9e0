import { SaxesParser } from 'saxes';
import { xlsxFault } from './xlsx-fault.js';

/** What is told of an XML file, in order. Names are without their prefix: programs do not agree on prefixes. */
export type XmlReader = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** No part of a workbook nests deeper than some dozen elements. */
const deepest = 200;

/** How long a text or a tag can be, in characters. Excel takes 32,767 in a cell. */
const longestText = 4 << 20;

/**
 * Reads an XML file piece by piece: after each, whoever asks takes what was told. Entities other than those of XML itself
 * are refused, and so is a document type, which could declare them.
 *
 * @throws Fault where it is not well-formed
 */
export async function* readXml(pieces: AsyncIterable<Uint8Array>, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  let depth = 0;
  let sinceTag = 0;
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    sinceTag = 0;
    if (depth > deepest) throw xlsxFault('damaged');
    reader.open(withoutPrefix(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    sinceTag = 0;
    reader.close?.(withoutPrefix(name));
  });
  const { text } = reader;
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.on('doctype', () => {
    throw xlsxFault('doctype');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|utf-?16|us-ascii)$/i.test(encoding)) throw xlsxFault('damaged');
  });
  parser.on('error', () => {
    throw xlsxFault('damaged');
  });

  for await (const piece of decoded(pieces)) {
    let failure: { readonly error: unknown } | undefined;
    sinceTag += piece.length;
    try {
      parser.write(piece);
    } catch (error) {
      failure = { error };
    }
    // What was told before the mistake is taken all the same.
    yield;
    if (failure) throw failure.error;
    if (sinceTag > longestText) throw xlsxFault('too-big');
  }
  parser.close();
  yield;
}

/** Reads a whole XML file. */
export async function readWholeXml(pieces: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  for await (const _ of readXml(pieces, reader));
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  const decode = (piece?: Uint8Array) => {
    try {
      return decoder?.decode(piece, { stream: piece !== undefined }) ?? '';
    } catch {
      throw xlsxFault('damaged');
    }
  };
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    yield decode(piece);
  }
  yield decode();
}

/** UTF-16 has a mark; all else is UTF-8 (ECMA-376 part 1, 8.2, and XML 1.0, 4.3.3). */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
