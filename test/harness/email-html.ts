import { HtmlValidate } from 'html-validate';

/**
 * html-validate's rules for documents, without those that are about the web and not about email: conditional comments,
 * inline styles and the attributes of layout tables are how email is made.
 */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'attribute-allowed-values': 'off',
    'doctype-style': 'off',
    'heading-level': ['error', { allowMultipleH1: false }],
    'long-title': 'off',
    'no-conditional-comment': 'off',
    'no-deprecated-attr': 'off',
    'no-inline-style': 'off',
    'no-trailing-whitespace': 'off',
    'prefer-native-element': 'off',
    'require-sri': 'off',
    'void-style': 'off',
  },
});

/** Complaints about the HTML of an email, as "line:column rule message". */
export function htmlComplaints(html: string): string[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
  );
}
