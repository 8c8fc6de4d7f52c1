import { Link } from '@tanstack/react-router';
import s from './Lost.module.css';

/** An address that leads nowhere. */
export function Lost() {
  return (
    <main className={s.lost}>
      <h1>There is no such page.</h1>
      <p>
        <Link to="/" className="link">
          Go to the overview
        </Link>
      </p>
    </main>
  );
}
