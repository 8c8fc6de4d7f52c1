import s from '../app/Lost.module.css';
import { Button } from '../parts/Button';

/** Says how to get in. */
export function SignIn({ again }: { again: () => void }) {
  return (
    <main className={s.lost}>
      <h1>You are not signed in.</h1>
      <p>Signalbox lets in whoever opens a link that was made on its own machine. A session lasts twelve hours.</p>
      <ol>
        <li>
          <b>1</b>
          <span>
            Where Signalbox runs, make a link: <code>signalbox link</code>
          </span>
        </li>
        <li>
          <b>2</b>
          <span>Open the link in this browser. It works once, within half an hour.</span>
        </li>
      </ol>
      <p>
        <Button look="filled" onPress={again}>
          I am signed in now
        </Button>
      </p>
    </main>
  );
}
