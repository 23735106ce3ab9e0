import type { ApiError } from './answer.js';
import type { MailBody } from './mail-body.js';
import { descriptionJudge } from './openapi.js';

/** Whether requests are judged by SendGrid's own description as well. */
export type ShapeJudge = (body: unknown) => { readonly body: MailBody } | { readonly errors: readonly ApiError[] };

/** Judges the types of a request: by SendGrid's description where that is at hand, and by what we cannot do without. */
export function shapeJudge(): ShapeJudge {
  const byDescription = descriptionJudge();
  return (body) => {
    const errors = [...(byDescription?.(body) ?? []), ...withoutDescription(body)];
    return errors.length > 0 ? { errors } : { body: body as MailBody };
  };
}

function withoutDescription(body: unknown): ApiError[] {
  const found: ApiError[] = [];
  const say = (field: string, message: string) => found.push({ field, message });
  if (!isRecord(body)) return [{ field: null, message: 'Bad Request' }];
  const { personalizations, from, content, send_at } = body;
  if (!isRecord(from) || typeof from.email !== 'string') {
    say('from.email', 'The from object must be provided for every email send.');
  }
  if (!Array.isArray(personalizations) || personalizations.length === 0) {
    say('personalizations', 'The personalizations field is required and must have at least one personalization.');
    return found;
  }
  for (const [index, one] of personalizations.entries()) checkPersonalization(one, `personalizations.${index}`, say);
  if (send_at !== undefined && !Number.isInteger(send_at)) say('send_at', 'The send_at parameter must be an integer.');
  for (const [index, part] of (Array.isArray(content) ? content : []).entries()) {
    if (!isRecord(part) || typeof part.value !== 'string' || part.value === '') {
      say(`content.${index}.value`, 'The content value must be a string at least one character in length.');
    }
  }
  return found;
}

function checkPersonalization(one: unknown, path: string, say: (field: string, message: string) => void): void {
  const to = isRecord(one) ? one.to : undefined;
  const isOfPeople =
    Array.isArray(to) && to.length > 0 && to.every((person) => isRecord(person) && typeof person.email === 'string');
  if (!isOfPeople) say(`${path}.to`, 'The to array is required for all personalization objects.');
  for (const name of ['substitutions', 'headers', 'custom_args']) {
    const values = isRecord(one) ? one[name] : undefined;
    if (values === undefined) continue;
    const areStrings = isRecord(values) && Object.values(values).every((value) => typeof value === 'string');
    if (!areStrings) say(`${path}.${name}`, `All values in the ${name} object must be strings.`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
