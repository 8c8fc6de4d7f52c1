import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button } from '../parts/Button';
import s from './Lost.module.css';

/** We are wrong: a page could not be drawn. Nothing that was done by it is undone. */
export function Broken({ error }: ErrorComponentProps) {
  return (
    <div className={s.lost} role="alert">
      <h1>This page broke.</h1>
      <p>
        {error instanceof Error ? error.message : String(error)}. It is a fault of Signalbox, or this page is older than the server. What was done is done; nothing else was.
      </p>
      <p>
        <Button look="filled" onPress={() => location.reload()}>
          Load it again
        </Button>
      </p>
    </div>
  );
}
