import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { AgreementVerification } from '@/graphql/generated/features/agreements/verification/verification';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame, Section } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { useFileHash } from './use-file-hash';
import { VerificationResult } from './verification-result';
import { verificationMessages } from './verification.messages';
import './verification.css';

/** Anybody who holds a sealed agreement can compare it with what the platform keeps; the code on it leads here. */
export function Page() {
  const text = useText(verificationMessages);
  const [search, setSearch] = useSearchParams();
  const [number, code] = [search.get('number'), search.get('code')];
  const [hash, calculate] = useFileHash();
  const fileHash = hash.state === 'known' ? hash.sha256 : null;
  const isNumbered = number !== null && code !== null;
  const query = useOperation(
    AgreementVerification,
    isNumbered ? { number, code } : { sha256: fileHash },
    { enabled: isNumbered || fileHash !== null },
  );
  return (
    <Frame title={text('title')} lead={text('lead')} width="narrow">
      <Section title={text('file')}>
        <div className="gq-verification-file">
          <label htmlFor="verification-file">{text('choose')}</label>
          <input
            id="verification-file"
            type="file"
            accept="application/pdf"
            aria-describedby="verification-local"
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) void calculate(file);
            }}
          />
          <p id="verification-local" className="gq-verification-note">
            {text('local')}
          </p>
          {hash.state === 'hashing' && <p role="status">{text('hashing')}</p>}
          {hash.state === 'unsupported' && <p role="alert">{text('unsupported')}</p>}
          {fileHash !== null && (
            <p>
              {text('hash')}
              <br />
              <code className="gq-verification-hash">{fileHash}</code>
            </p>
          )}
        </div>
      </Section>
      {(isNumbered || fileHash !== null) && (
        <Loaded of={query}>
          {({ agreementVerification: found }) =>
            found ? (
              <VerificationResult found={found} fileHash={fileHash} />
            ) : (
              <EmptyState title={text('none')}>
                <p>{text('noneText')}</p>
              </EmptyState>
            )
          }
        </Loaded>
      )}
      <NumberForm
        number={number ?? ''}
        code={code ?? ''}
        onCheck={(sought) => {
          setSearch(sought);
        }}
      />
    </Frame>
  );
}

interface NumberFormProps {
  readonly number: string;
  readonly code: string;
  readonly onCheck: (sought: { number: string; code: string }) => void;
}

function NumberForm({ number: given, code: givenCode, onCheck }: NumberFormProps) {
  const text = useText(verificationMessages);
  const [number, setNumber] = useState(given);
  const [code, setCode] = useState(givenCode);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (number.trim() !== '' && code.trim() !== '') {
      onCheck({ number: number.trim(), code: code.trim() });
    }
  };
  return (
    <Section title={text('byNumber')}>
      <form className="gq-verification-form" onSubmit={submit}>
        <label htmlFor="verification-number">{text('number')}</label>
        <Input
          id="verification-number"
          value={number}
          placeholder="XQ-2026-000001"
          onChange={({ target }) => {
            setNumber(target.value);
          }}
        />
        <label htmlFor="verification-code">{text('code')}</label>
        <Input
          id="verification-code"
          value={code}
          aria-describedby="verification-code-hint"
          onChange={({ target }) => {
            setCode(target.value);
          }}
        />
        <p id="verification-code-hint" className="gq-verification-note">
          {text('codeHint')}
        </p>
        <Button type="primary" htmlType="submit">
          {text('check')}
        </Button>
      </form>
    </Section>
  );
}
