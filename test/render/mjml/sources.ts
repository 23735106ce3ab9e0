import type { MjmlSource } from '../../../src/render/mjml/compiler.js';

export const head = `<mj-attributes>
  <mj-all font-family="Arial, Helvetica, sans-serif" />
  <mj-text font-size="16px" line-height="1.5" color="#222222" />
  <mj-button font-size="16px" background-color="#0b5394" />
  <mj-class name="quiet" color="#555555" font-size="14px" />
</mj-attributes>
<mj-style>
  @media (prefers-color-scheme: dark) { .card { background: #222222 !important } }
</mj-style>`;

export function source(changes: Partial<MjmlSource> = {}): MjmlSource {
  return { lang: 'en', dir: 'ltr', title: 'Monday Morning Mail-out', head, body: section('One'), ...changes };
}

export function section(words: string): string {
  return `<mj-section background-color="#ffffff" css-class="card">
  <mj-column>
    <mj-text><h2>${words}</h2><p>Dear [[first_name|friend]], sign by <b>Friday</b> <i>26 March</i>.</p></mj-text>
    <mj-button href="https://example.org/?a=1&amp;b=2">Sign the letter</mj-button>
  </mj-column>
</mj-section>`;
}

/** Children of mj-body of every kind, by name. */
export const shapes: Readonly<Record<string, string>> = {
  section: section('A letter to the minister'),
  preheader: '<mj-raw><div style="display:none">Three letters to sign</div></mj-raw>',
  'two columns': `<mj-section><mj-column><mj-text>Left</mj-text></mj-column><mj-column><mj-text>Right</mj-text></mj-column></mj-section>`,
  'three columns': `<mj-section>${'<mj-column><mj-text>x</mj-text></mj-column>'.repeat(3)}</mj-section>`,
  'unequal columns': `<mj-section><mj-column width="30%"><mj-image src="https://example.org/a.png" alt="" width="90px" /></mj-column>
    <mj-column width="420px"><mj-text mj-class="quiet">Wide</mj-text></mj-column></mj-section>`,
  group: `<mj-section><mj-group><mj-column><mj-text>1</mj-text></mj-column><mj-column><mj-text>2</mj-text></mj-column></mj-group></mj-section>`,
  gutter: `<mj-section gutter="20px"><mj-column><mj-text>1</mj-text></mj-column><mj-column><mj-text>2</mj-text></mj-column></mj-section>`,
  wrapper: `<mj-wrapper background-color="#eeeeee" gap="12px">${section('Inside')}${section('Inside too')}</mj-wrapper>`,
  'full width': `<mj-section full-width="full-width" background-color="#0b5394"><mj-column><mj-text>Wide</mj-text></mj-column></mj-section>`,
  background: `<mj-section background-url="https://example.org/b.png" background-size="cover" background-color="#333333">
    <mj-column><mj-text color="#ffffff">Over it</mj-text></mj-column></mj-section>`,
  'linked image': `<mj-section><mj-column><mj-image href="https://example.org/" src="https://example.org/a.jpg" alt="A march" fluid-on-mobile="true" /></mj-column></mj-section>`,
  table: `<mj-section><mj-column><mj-table><tr><th scope="col">Day</th></tr><tr><td>Monday</td></tr></mj-table></mj-column></mj-section>`,
  'rule and space': `<mj-section><mj-column><mj-divider border-color="#cccccc" /><mj-spacer height="8px" /></mj-column></mj-section>`,
  'right to left': `<mj-section direction="rtl"><mj-column direction="rtl"><mj-text align="right"><p lang="ar" dir="rtl">دعت النقابة</p></mj-text></mj-column></mj-section>`,
  'Outlook only': '<mj-raw><!--[if mso]><p>Outlook</p><![endif]--></mj-raw>',
  'not for Outlook': '<mj-raw><!--[if !mso]><!--></mj-raw>',
  'the end of that': '<mj-raw><!--<![endif]--></mj-raw>',
  'a stray end of a condition': '<mj-raw><p>x</p><![endif]--></mj-raw>',
};
