import { useEffect, useRef, useState } from 'react';
import { ActionRefused } from '../graphql/action';
import { RequestError } from '../graphql/request';
import { uploadFile } from '../graphql/upload';
import { useText } from '../i18n/messages';
import { fileUploadMessages } from './file-upload.messages';
import { uiMessages } from './ui.messages';

/** A file that has arrived; actions name it by its id. */
export interface UploadedFile {
  readonly fileId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

export interface UploadHooks {
  readonly purpose: string;
  /** What is wrong with the file before anything is sent; null when nothing is. */
  readonly check: (file: File) => string | null;
  readonly onDone: (file: UploadedFile) => void;
}

/** Sends one file at a time and tells how far it is, or why it was not taken. */
export function useUpload({ purpose, check, onDone }: UploadHooks) {
  const text = useText(fileUploadMessages);
  const ui = useText(uiMessages);
  const [sending, setSending] = useState<{
    readonly name: string;
    readonly share: number;
  } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const explain = (error: unknown): string => {
    if (error instanceof ActionRefused && error.message !== '') return error.message;
    return error instanceof RequestError && error.code === 'NETWORK'
      ? ui('failedNetwork')
      : text('failed');
  };
  const send = async (file: File): Promise<void> => {
    const wrong = check(file);
    setProblem(wrong);
    if (wrong !== null) return;
    const controller = new AbortController();
    abort.current = controller;
    const { name, size } = file;
    setSending({ name, share: 0 });
    try {
      const fileId = await uploadFile(file, {
        purpose,
        signal: controller.signal,
        onProgress: (share) => setSending({ name, share }),
      });
      onDone({ fileId, fileName: name, sizeBytes: size });
    } catch (error) {
      if (!controller.signal.aborted) setProblem(explain(error));
    } finally {
      setSending(null);
    }
  };
  return { sending, problem, send, cancel: () => abort.current?.abort() };
}
