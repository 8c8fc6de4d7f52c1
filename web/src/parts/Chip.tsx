import type { ReactNode } from 'react';
import type { Tone } from '../words/status';
import s from './Chip.module.css';
import { Glyph } from './Glyph';

/** A status in a word, with its sign. */
export function Chip({ tone, small = false, children }: { tone: Tone; small?: boolean; children: ReactNode }) {
  return (
    <span className={small ? `${s.chip} ${s.small}` : s.chip} data-status={tone}>
      <Glyph sign={tone === 'needs' ? 'bang' : tone} size={small ? 12 : 14} plain />
      {children}
    </span>
  );
}
