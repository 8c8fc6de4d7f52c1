import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Refused } from '../api/http';
import { Button } from './Button';
import s from './Loaded.module.css';

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  /** `The overview`. */
  readonly what: string;
  readonly children: (data: T) => ReactNode;
}

/** Shows a page once it is there. One that could not be read again stays, and the head says that it is old. */
export function Loaded<T>({ query, what, children }: LoadedProps<T>) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  return query.isError ? <Failure what={what} error={query.error} again={() => void query.refetch()} /> : <Loading what={what} />;
}

const PATIENCE = 200;

function Loading({ what }: { what: string }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={s.loading} role="status">
      <span className="vh">{what} is being read.</span>
      {long && [0, 1, 2, 3, 4, 5].map((row) => <i key={row} />)}
    </div>
  );
}

function Failure({ what, error, again }: { what: string; error: Error; again: () => void }) {
  const absent = error instanceof Refused && error.status === 404;
  return (
    <div className={s.hatch} role="alert">
      <div className={s.plate}>
        <h1>{absent ? `${what} is not there.` : `${what} cannot be read.`}</h1>
        <p>{error instanceof Refused ? error.problem.detail : `The server did not answer: ${error.message}.`}</p>
        <Button onPress={again}>Try again</Button>
      </div>
    </div>
  );
}
