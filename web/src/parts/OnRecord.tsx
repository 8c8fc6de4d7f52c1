import type { Given } from '../act/Acts';
import { Button } from './Button';
import { Glyph } from './Glyph';
import s from './OnRecord.module.css';
import { Instant } from './Times';
import type { ReactNode } from 'react';

/** The command that was just given is on record; what it set off is told after. */
export function OnRecord({ given, hide, children }: { given: Given; hide: () => void; children?: ReactNode }) {
  return (
    <div className={s.line} role="status">
      <span className={s.step}>
        <Glyph sign="ready" size={13} />
        <b>{given.plan.verb}:</b> on record <Instant at={given.at} as="exact" />
      </span>
      {children}
      <Button look="text" onPress={hide}>
        Hide
      </Button>
    </div>
  );
}

export function Step({ sign, children }: { sign: 'ready' | 'waiting' | 'needs' | 'na'; children: ReactNode }) {
  return (
    <span className={s.step}>
      <Glyph sign={sign} size={13} />
      <span>{children}</span>
    </span>
  );
}
