import type { PortalError } from './portalClient';
import type { TextKey } from './texts';

export const requestFields = ['name', 'email', 'subject', 'text'] as const;
export type RequestField = (typeof requestFields)[number];
export type RequestValues = Record<RequestField, string>;
export type RequestErrors = Partial<Record<RequestField, string>>;

export const emptyRequest: RequestValues = { name: '', email: '', subject: '', text: '' };

/** Which texts tell what is missing; the server has the last word. */
export function checkRequest(values: RequestValues): Partial<Record<RequestField, TextKey>> {
  const wrong: Partial<Record<RequestField, TextKey>> = {};
  if (values.name.trim() === '') wrong.name = 'nameMissing';
  if (values.email.trim() === '') wrong.email = 'emailMissing';
  else if (!/^[^\s@]+@[^\s@]+$/.test(values.email.trim())) wrong.email = 'emailWrong';
  if (values.subject.trim() === '') wrong.subject = 'subjectMissing';
  if (values.text.trim() === '') wrong.text = 'textMissing';
  return wrong;
}

/** The server's errors at the inputs they name; the rest belongs above the form. */
export function placeErrors(errors: readonly PortalError[]): { atFields: RequestErrors; elsewhere: string[] } {
  const atFields: RequestErrors = {};
  const elsewhere: string[] = [];
  for (const error of errors) {
    const name = error.path?.at(-1);
    const field = requestFields.find((one) => one === name);
    if (field) atFields[field] ??= error.message;
    else elsewhere.push(error.message);
  }
  return { atFields, elsewhere };
}
