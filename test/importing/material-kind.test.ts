import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/importing/material-kind.js';
import { fixture, material } from './material.js';

const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array(1)])));

describe('what some material is', () => {
  it.each([
    ['wordpress.xml', 'feed'],
    ['atom.xml', 'feed'],
    ['rss1.xml', 'feed'],
    ['feed.json', 'feed'],
    ['libreoffice.docx', 'word'],
    ['python.eml', 'mail'],
  ])('%s, whatever it is called', (name, kind) => {
    expect(kindOf({ ...fixture(name), name: 'it.bin' })).toBe(kind);
  });

  it.each([
    ['a page', '<!DOCTYPE html><p>x', 'page'],
    ['a page behind a comment', '\n<!-- <rss> --><HTML><body>', 'page'],
    ['XHTML', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="http://www.w3.org/1999/xhtml">', 'page'],
    ['Markdown', '# Title\n\nText with [a link](https://example.org)', 'text'],
    ['a text that begins with an address', '<https://example.org> is where to sign', 'text'],
    ['a text with lines like headers', 'To: all members\nSubject: strike\n\nWe walk out.', 'text'],
    ['a text that begins with a brace', '{curly} notes', 'text'],
    ['front matter', '---\ntitle: x\n---\nText', 'text'],
    ['a mail from a mailbox file', 'From x Mon Mar 2\nReceived: by x\nFrom: a@b\n\nx', 'mail'],
  ])('%s', (_, content, kind) => {
    expect(kindOf(material(content))).toBe(kind);
  });

  it.each<[name: string, content: string | Uint8Array, code: string]>([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t', 'empty'],
    ['a PDF', '%PDF-1.7\n', 'is-pdf'],
    ['a PNG', Buffer.from('\x89PNG\r\n', 'latin1'), 'is-picture'],
    ['a JPEG', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 'is-picture'],
    ['a photo of a phone', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'is-picture'],
    ['an old Word document', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'is-old-word'],
    ['RTF', '{\\rtf1\\ansi', 'is-rtf'],
    ['a workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), 'is-workbook'],
    ['slides', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'is-slides'],
    ['an archive', zip('a.txt'), 'is-archive'],
    ['XML of another kind', '<?xml version="1.0"?><invoice/>', 'is-xml'],
    ['JSON of another kind', '{"a": 1}', 'is-json'],
  ])('%s is refused, with what to do instead', (_, content, code) => {
    expect(() => kindOf(material(content))).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ code: `importing/${code}`, exit: 1, fix: expect.any(String) }),
      }),
    );
  });
});
