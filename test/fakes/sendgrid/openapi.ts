import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { ApiError } from './answer.js';

/** Where SendGrid's own description of mail/send is, if it is here: it is no part of the repository. */
export function descriptionFile(): string | undefined {
  const given = process.env.MAILOUT_TEST_OPENAPI;
  const folder = given || resolve(process.cwd(), '../shared/data/sendgrid-openapi');
  const file = folder.endsWith('.json') ? folder : `${folder}/tsg_mail_v3.json`;
  return existsSync(file) ? file : undefined;
}

type Schema = Record<string, unknown>;

/**
 * Judges the shape of a request by SendGrid's published description of mail/send, put right where it is known to be
 * wrong (sendgrid.md, 8), and as closed as a misspelt field needs it. Undefined where the description is absent.
 */
export function descriptionJudge(): Judge | undefined {
  known ??= { judge: readJudge() };
  return known.judge;
}

type Judge = (body: unknown) => readonly ApiError[];

/** It takes a while to make one, and every stand-in of a test needs it. */
let known: { readonly judge: Judge | undefined } | undefined;

function readJudge(): Judge | undefined {
  const file = descriptionFile();
  if (file === undefined) return undefined;
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const schemas = at(document, 'components', 'schemas');
  const mail = at(document, 'components', 'requestBodies', 'PostMailSend', 'content', 'application/json', 'schema');
  corrected(mail, schemas);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile({ ...mail, components: { schemas } });
  return (body) => (validate(body) ? [] : (validate.errors ?? []).map(errorOf));
}

function errorOf({ instancePath, message = '', params }: ErrorObject): ApiError {
  const field = instancePath.slice(1).replaceAll('/', '.');
  return { field: field === '' ? null : field, message: `${message} ${JSON.stringify(params)}` };
}

function corrected(mail: Schema, schemas: Schema): void {
  const strings = { type: 'object', additionalProperties: { type: 'string' } };
  const properties = at(mail, 'properties');
  properties.custom_args = strings;
  properties.headers = strings;
  const personalizations = at(properties, 'personalizations');
  personalizations.minItems = 1;
  const one = at(personalizations, 'items');
  at(one, 'properties').headers = strings;
  at(one, 'properties').custom_args = strings;
  at(one, 'properties', 'to').minItems = 1;
  const closed = [
    mail,
    one,
    at(schemas, 'MailFrom'),
    at(schemas, 'MailTo'),
    at(properties, 'asm'),
    at(properties, 'content', 'items'),
    at(properties, 'mail_settings'),
    at(properties, 'tracking_settings'),
    ...['mail_settings', 'tracking_settings'].flatMap((name) => each(at(properties, name, 'properties'))),
  ];
  for (const schema of closed) schema.additionalProperties = false;
}

function each(schemas: Schema): Schema[] {
  return Object.keys(schemas).map((name) => at(schemas, name));
}

function at(value: unknown, ...path: readonly string[]): Schema {
  let here = value;
  for (const name of path) here = isSchema(here) ? here[name] : undefined;
  if (!isSchema(here)) throw new Error(`The description has no ${path.join('.')}.`);
  return here;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
