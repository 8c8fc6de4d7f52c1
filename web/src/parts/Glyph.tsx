import type { ReactNode } from 'react';
import type { Status } from '../api/types';
import { tone, type Tone } from '../words/status';
import s from './Glyph.module.css';

export type Sign = Tone | 'bang' | 'pause' | 'robot' | 'person' | 'store' | 'down' | 'link' | 'wait';

const round = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const SHAPES: Record<Sign, ReactNode> = {
  ready: <path d="M2.2 7.4 5.6 10.8 11.8 3.6" {...round} strokeWidth="2.2" />,
  waiting: (
    <>
      <circle cx="7" cy="7" r="5.4" {...round} strokeWidth="1.9" />
      <path d="M7 4v3.2L9 8.6" {...round} strokeWidth="1.7" />
    </>
  ),
  needs: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M4.4.8h5.2l3.6 3.6v5.2l-3.6 3.6H4.4L.8 9.6V4.4zM6.1 3.2v4.9h1.8V3.2zm0 5.9v1.8h1.8V9.1z"
    />
  ),
  bang: <path fill="currentColor" d="M5.9 1.8h2.2v6.9H5.9zM5.9 10.2h2.2v2.2H5.9z" />,
  nodata: (
    <>
      <circle cx="7" cy="7" r="5.7" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.6 1.9" />
      <path d="M5.4 5.5a1.7 1.7 0 1 1 2.5 1.5c-.6.3-.9.6-.9 1.2M7 9.6v.9" {...round} strokeWidth="1.4" />
    </>
  ),
  na: <path d="M4 7h6" {...round} strokeWidth="1.6" />,
  wait: <path d="M3.4 1.6h7.2M3.4 12.4h7.2M4.4 1.6c0 3 5.2 3.6 5.2 5.4S4.4 9.4 4.4 12.4M9.6 1.6c0 3-5.2 3.6-5.2 5.4s5.2 2.4 5.2 5.4" {...round} strokeWidth="1.2" />,
  pause: <path fill="currentColor" d="M3.2 2.2h2.6v9.6H3.2zM8.2 2.2h2.6v9.6H8.2z" />,
  robot: (
    <>
      <path
        d="M7 1v2M2.6 4.6c0-.9.7-1.6 1.6-1.6h5.6c.9 0 1.6.7 1.6 1.6v5c0 .9-.7 1.6-1.6 1.6H4.2c-.9 0-1.6-.7-1.6-1.6zM.9 6.3v2.4M13.1 6.3v2.4"
        {...round}
        strokeWidth="1.3"
      />
      <circle cx="5.2" cy="6.6" r="1" fill="currentColor" />
      <circle cx="8.8" cy="6.6" r="1" fill="currentColor" />
    </>
  ),
  person: (
    <>
      <circle cx="7" cy="4.2" r="2.5" {...round} strokeWidth="1.4" />
      <path d="M2.2 12.4c.5-2.8 2.3-4.1 4.8-4.1s4.3 1.3 4.8 4.1" {...round} strokeWidth="1.4" />
    </>
  ),
  store: <path d="M2 5.2h10l-.7 7H2.7zM4.6 5.2V4a2.4 2.4 0 0 1 4.8 0v1.2" {...round} strokeWidth="1.3" />,
  down: <path d="m3.5 5.3 3.5 3.5 3.5-3.5" {...round} strokeWidth="1.5" />,
  link: <path d="M5.5 3H3v8h8V8.5M7.5 3H11v3.5M11 3 6.5 7.5" {...round} strokeWidth="1.3" />,
};

const TONED: readonly string[] = ['ready', 'waiting', 'needs', 'nodata', 'na'];

/** A sign; the word beside it says the same. */
export function Glyph({ sign, size = 14, plain = false }: { sign: Sign; size?: 11 | 12 | 13 | 14 | 18; plain?: boolean }) {
  const status = !plain && TONED.includes(sign) ? sign : undefined;
  return (
    <svg className={s.glyph} width={size} height={size} viewBox="0 0 14 14" data-status={status} aria-hidden="true">
      {SHAPES[sign]}
    </svg>
  );
}

export function StatusGlyph({ status, size = 14, plain = false }: { status: Status; size?: 12 | 13 | 14 | 18; plain?: boolean }) {
  return <Glyph sign={tone(status)} size={size} plain={plain} />;
}

export function Logo() {
  return (
    <svg className={s.logo} width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <rect x="1" y="1" width="20" height="20" rx="5" fill="currentColor" />
      <path className={s.mast} d="M8 4.6v13M5.6 17.6h4.8" strokeWidth="1.8" strokeLinecap="round" />
      <path className={s.mast} d="M8 8.6 16.6 4.8" strokeWidth="3.4" />
      <circle className={s.mast} cx="8" cy="8.4" r="1.3" fill="currentColor" strokeWidth="1" />
    </svg>
  );
}
