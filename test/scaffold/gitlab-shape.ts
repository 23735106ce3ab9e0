/**
 * The words of a pipeline that ours uses, as JSON Schema (https://docs.gitlab.com/ci/yaml/). Fewer than GitLab knows, so
 * that whatever is written wrongly has no place in it.
 */
const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text, minItems: 1 };
const duration = { type: 'string', pattern: '^\\d+ (minutes|hours|weeks|months)$' };

const template = {
  before_script: texts,
  after_script: texts,
};

const job = {
  type: 'object',
  additionalProperties: false,
  required: ['stage', 'script', 'rules'],
  properties: {
    ...template,
    extends: text,
    stage: text,
    script: texts,
    interruptible: { type: 'boolean' },
    allow_failure: { type: 'boolean' },
    resource_group: text,
    timeout: duration,
    environment: {
      type: 'object',
      additionalProperties: false,
      required: ['name'],
      properties: { name: text, action: { enum: ['start', 'prepare', 'stop', 'verify', 'access'] } },
    },
    rules: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', additionalProperties: false, required: ['if'], properties: { if: text } },
    },
    artifacts: {
      type: 'object',
      additionalProperties: false,
      properties: {
        when: { enum: ['on_success', 'on_failure', 'always'] },
        expire_in: duration,
        expose_as: { type: 'string', pattern: '^[\\w -]+$' },
        paths: texts,
        reports: {
          type: 'object',
          additionalProperties: false,
          properties: { codequality: text, junit: text },
        },
      },
    },
  },
};

export const gitlabShape = {
  type: 'object',
  additionalProperties: false,
  required: ['stages', 'default', 'variables'],
  properties: {
    stages: texts,
    default: {
      type: 'object',
      additionalProperties: false,
      properties: {
        image: { type: 'string', pattern: '^[a-z]+:\\d+$' },
        cache: {
          type: 'object',
          additionalProperties: false,
          required: ['paths'],
          properties: {
            key: { type: 'object', additionalProperties: false, properties: { files: { ...texts, maxItems: 2 } } },
            paths: texts,
          },
        },
      },
    },
    variables: { type: 'object', additionalProperties: { type: 'string' } },
  },
  patternProperties: {
    '^\\.': { type: 'object', additionalProperties: false, properties: template },
    '^mailout-': job,
  },
};
