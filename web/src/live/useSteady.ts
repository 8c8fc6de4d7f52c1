import { useState, type FocusEvent } from 'react';
import { steady } from './steady';

/** Keeps rows where they are while the pointer is over them or the focus is in them. */
export function useSteady(wanted: readonly string[]) {
  const [held, setHeld] = useState<readonly string[]>();
  const order = held === undefined ? wanted : steady(held, wanted);
  const hold = () => setHeld((before) => before ?? wanted);
  return {
    order,
    /** Whether letting go would move a row. */
    moved: order.some((key, index) => key !== wanted[index]),
    release: () => setHeld(undefined),
    holding: {
      onPointerEnter: hold,
      onPointerLeave: () => setHeld(undefined),
      onFocus: hold,
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) {
          setHeld(undefined);
        }
      },
    },
  };
}
