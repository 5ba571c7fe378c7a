import { type FormEvent, useEffect, useRef, useState } from 'react';
import { graphql } from '@/generated/portal';
import type { SubmitRequestMutation } from '@/generated/portal/graphql';
import { uuid } from '@/ui/http/uuid';
import { Field } from './Field';
import { FilePicker } from './FilePicker';
import type { PortalLimits } from './PortalApp';
import { ask } from './portalClient';
import { PortalFailure } from './PortalFailure';
import { checkRequest, emptyRequest, placeErrors, type RequestErrors, type RequestField, requestFields } from './requestForm';
import { SubmittedPage } from './SubmittedPage';
import { useTexts } from './texts';
import { useFiles } from './useFiles';

const SubmitRequest = graphql(`
  mutation SubmitRequest($input: SubmitRequestInput!) {
    submitRequest(input: $input) {
      request {
        number
        trackingUrl
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

type Submitted = NonNullable<SubmitRequestMutation['submitRequest']['request']>;

export function RequestPage({ limits }: { limits: PortalLimits }) {
  const { t, language } = useTexts();
  const [values, setValues] = useState(emptyRequest);
  const [website, setWebsite] = useState('');
  const [errors, setErrors] = useState<RequestErrors>({});
  const [elsewhere, setElsewhere] = useState<string[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [submitted, setSubmitted] = useState<Submitted | null>(null);
  const files = useFiles(limits);
  const form = useRef<HTMLFormElement>(null);
  // One key for one request: sending the same text again after a lost answer must not file it twice.
  const key = useRef(uuid());
  useEffect(() => {
    document.title = t('requestTitle');
  }, [t]);

  const showErrors = (found: RequestErrors) => {
    setErrors(found);
    const first = requestFields.find((field) => found[field]);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    setElsewhere([]);
    const wrong = checkRequest(values);
    showErrors(Object.fromEntries(Object.entries(wrong).map(([field, text]) => [field, t(text)])));
    if (Object.keys(wrong).length > 0 || files.uploading) return;
    setBusy(true);
    try {
      const { submitRequest } = await ask(
        SubmitRequest,
        { input: { ...values, email: values.email.trim(), fileIds: files.fileIds, language, website } },
        key.current,
      );
      if (submitRequest.request) setSubmitted(submitRequest.request);
      else {
        const placed = placeErrors(submitRequest.errors);
        showErrors(placed.atFields);
        setElsewhere(placed.elsewhere);
        key.current = uuid();
      }
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  if (submitted) return <SubmittedPage number={submitted.number} trackingUrl={submitted.trackingUrl} email={values.email} />;
  const input = (field: RequestField) => ({
    name: field,
    label: t(field),
    value: values[field],
    error: errors[field],
    required: true,
    onChange: (event: { target: { value: string } }) => {
      key.current = uuid();
      setValues({ ...values, [field]: event.target.value });
      if (errors[field]) setErrors({ ...errors, [field]: undefined });
    },
  });
  return (
    <>
      <h1>{t('requestTitle')}</h1>
      <p className="muted lead">{t('requestLead')}</p>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <div className="pair">
          <Field {...input('name')} autoComplete="name" maxLength={200} />
          <Field {...input('email')} type="email" autoComplete="email" maxLength={254} />
        </div>
        <Field {...input('subject')} maxLength={200} />
        <Field {...input('text')} rows={8} hint={t('textHint')} />
        <FilePicker files={files} limits={limits} />
        <div className="trap" aria-hidden="true">
          <label>
            Website
            <input name="website" tabIndex={-1} autoComplete="off" value={website} onChange={(event) => setWebsite(event.target.value)} />
          </label>
        </div>
        {elsewhere.map((message) => (
          <p key={message} className="error" role="alert">
            {message}
          </p>
        ))}
        {failure !== null && <PortalFailure failure={failure} />}
        <button type="submit" className="button" disabled={busy || files.uploading}>
          {busy ? t('sending') : files.uploading ? t('filesWait') : t('submit')}
        </button>
      </form>
    </>
  );
}
