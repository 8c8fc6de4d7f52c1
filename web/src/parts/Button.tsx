import type { ReactNode, Ref } from 'react';
import s from './button.module.css';

export type Look = 'plain' | 'filled' | 'stop' | 'solid' | 'text' | 'quiet';

interface ButtonProps {
  readonly look?: Look;
  readonly small?: boolean;
  /** Why it cannot be pressed. It stays reachable, so that the reason can be read. */
  readonly off?: string;
  readonly label?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function buttonClass(look: Look = 'plain', small = false): string {
  return [s.button, look === 'plain' ? '' : s[look], small ? s.small : ''].filter(Boolean).join(' ');
}

export function Button({ look = 'plain', small = false, off, label, onPress, children, ref }: ButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={buttonClass(look, small)}
      aria-disabled={off === undefined ? undefined : true}
      aria-label={label}
      title={off}
      onClick={off === undefined ? onPress : undefined}
    >
      {children}
    </button>
  );
}
