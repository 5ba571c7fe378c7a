import { HttpError, parseErrorBody, preflight } from './http';

export interface UploadedFile {
  id: string;
  name: string;
  size: number;
  contentType: string;
}

/** Sends one file and reports progress from 0 to 1. XMLHttpRequest, because fetch cannot report what was sent. */
export function uploadFile(
  path: string,
  file: File,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(preflight)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        onProgress(1);
        resolve(JSON.parse(request.responseText) as UploadedFile);
      } else {
        const body = parseErrorBody(request.responseText);
        reject(new HttpError(request.status, request.status === 413 ? { ...body, code: 'FILE_TOO_LARGE' } : body));
      }
    };
    request.onerror = () => reject(new HttpError(0, {}));
    request.onabort = () => reject(new HttpError(0, { code: 'ABORTED' }));
    signal?.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
